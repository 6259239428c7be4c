import Algebra
import Matrices

/// A worksheet with its updates, and a value for everything given in it.
struct TrainingSheet {
  let worksheet: Worksheet
  let values: [Name: Matrix<Double>]

  init(
    _ worksheet: Worksheet, _ values: [Name: Matrix<Double>],
    _ settings: TrainingSettings, avoiding taken: Set<Name>
  ) throws(TrainingFault) {
    var values = values
    if let optimizer = settings.optimizer {
      let applied = try optimizer.applied(to: worksheet, avoiding: taken)
      self.worksheet = applied.worksheet
      for constant in optimizer.constants {
        let name = applied.constants[constant.name] ?? constant.name
        values[name] = Matrix(
          scalar: try constant.value(chosen: settings.constants))
      }
    } else {
      self.worksheet = try worksheet.withUpdates()
    }
    let scope = self.worksheet.scope.bound(to: values.mapValues(\.shape))
    for given in self.worksheet.givens where given.role == .state {
      // A new optimiser starts anew; the worksheet's own goes on.
      if settings.optimizer == nil, values[given.name] != nil { continue }
      values[given.name] = try Self.zeros(given, in: scope)
    }
    if self.worksheet.given(Worksheet.rate) != nil {
      values[Worksheet.rate] = Matrix(scalar: settings.rate)
    }
    let known = Set(self.worksheet.givens.map(\.name))
    self.values = values.filter { known.contains($0.key) }
  }

  private static func zeros(
    _ given: Given, in scope: Scope
  ) throws(TrainingFault) -> Matrix<Double> {
    guard case .matrix(let rows, let columns) = given.shape else {
      return Matrix(scalar: 0)
    }
    guard let rows = rows.count(sizes: scope.sizes),
      let columns = columns.count(sizes: scope.sizes),
      let zeros = try? Matrix(repeating: 0.0, rows: rows, columns: columns)
    else { throw .plan(.unknownShape(given.name)) }
    return zeros
  }
}
