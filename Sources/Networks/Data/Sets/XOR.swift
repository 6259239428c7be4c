extension DataSet.Generator {
  /// Four corners of a square, of which opposite ones belong together.
  static let xor = Self(
    name: "xor",
    sentence: "Exclusive or: the smallest problem that no line parts.",
    source: "Minsky and Papert, Perceptrons (1969)",
    count: 4, noise: 0, classes: ["0", "1"]
  ) { number, _, noise, numbers in
    let (first, second) = (number / 2 % 2, number % 2)
    let x = [first, second].map { corner in
      (Double(corner) + noise * numbers.bell()).toFourPlaces
    }
    return (x, [first == second ? 0 : 1])
  }
}
