import RealModule

extension DataSet.Generator {
  /// The function of two inputs that notebook 003 learns.
  static let waves = Self(
    name: "waves",
    sentence: "300·exp(sin x) of each of two inputs: numbers, not classes.",
    source: "notebook 003, which tests on 33 of 100 examples",
    count: 10_000, noise: 0, classes: []
  ) { _, _, noise, numbers in
    let x = [numbers.unit(), numbers.unit()]
    let y = x.map { 300 * Double.exp(Double.sin($0)) + noise * numbers.bell() }
    return (x, y)
  }
}
