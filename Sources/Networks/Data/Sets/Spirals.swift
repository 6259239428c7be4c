import RealModule

extension DataSet.Generator {
  /// Two arms wound around each other.
  static let spirals = Self(
    name: "spirals",
    sentence: "Two arms wound around each other: hard for a small network.",
    source: "Lang and Witbrock, Learning to Tell Two Spirals Apart (1988)",
    count: 200, noise: 0.02, classes: ["first", "second"]
  ) { number, count, noise, numbers in
    let arm = number % 2
    let part = (Double(number / 2) + 0.5) / Double((count + 1) / 2)
    // An arm winds one and a half times around, from the centre out to 1.
    let angle = (3 * part + Double(arm)) * .pi
    let x = [Double.cos(angle), Double.sin(angle)].map {
      (part * $0 + noise * numbers.bell()).toFourPlaces
    }
    return (x, [Double(arm)])
  }
}
