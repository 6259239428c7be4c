import RealModule

extension DataSet.Generator {
  /// Two half circles, each reaching into the other.
  static let moons = Self(
    name: "moons",
    sentence: "Two half circles, each reaching into the other.",
    source: "half circles of radius 1 around (0, 0) and (1, 0.5)",
    count: 200, noise: 0.1, classes: ["upper", "lower"]
  ) { number, _, noise, numbers in
    let isLower = number % 2 == 1
    let angle = numbers.between(0, .pi)
    let (across, up) = (Double.cos(angle), Double.sin(angle))
    let point = isLower ? [1 - across, 0.5 - up] : [across, up]
    return (
      point.map { ($0 + noise * numbers.bell()).toFourPlaces },
      [isLower ? 1 : 0]
    )
  }
}
