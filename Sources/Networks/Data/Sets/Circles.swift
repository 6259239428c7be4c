import RealModule

extension DataSet.Generator {
  /// A ring around a smaller one.
  static let circles = Self(
    name: "circles",
    sentence: "A ring around a smaller one: a hidden layer has to enclose it.",
    source: "two rings of radius 1 and 0.4 around 0",
    count: 200, noise: 0.08, classes: ["inner", "outer"]
  ) { number, _, noise, numbers in
    let isOuter = number % 2
    let radius = isOuter == 1 ? 1 : 0.4
    let angle = numbers.between(0, 2 * .pi)
    let x = [Double.cos(angle), Double.sin(angle)].map {
      (radius * $0 + noise * numbers.bell()).toFourPlaces
    }
    return (x, [Double(isOuter)])
  }
}
