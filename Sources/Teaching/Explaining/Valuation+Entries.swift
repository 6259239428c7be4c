import Algebra
import Matrices
import Presentation

extension Valuation {
  /// The value of a quantity.
  func matrix(
    _ name: Name
  ) throws(ExplanationFault) -> Matrix<Double> {
    guard let value = values[name] else {
      throw .unknownQuantity(name, nearest: nearest(to: name))
    }
    return value
  }

  private func nearest(to name: Name) -> Name? {
    let names = worksheet.names
    return names.first { $0.stem == name.stem }
      ?? names.first { $0.text.lowercased() == name.text.lowercased() }
  }

  /// The value of an expression, its faults those of an explanation.
  func number(
    _ expression: Expression, locals: [Name: Matrix<Double>] = [:]
  ) throws(ExplanationFault) -> Matrix<Double> {
    do { return try value(of: expression, locals: locals) } catch {
      throw ExplanationFault(error)
    }
  }

  /// Which entries of its quantity a target such as `W1[1,2]` names.
  ///
  /// - Returns: The places of the entries, column after column.
  func places(
    of target: Expression
  ) throws(ExplanationFault) -> [EntryKey] {
    guard let name = target.baseName else { throw .quantityWanted(target) }
    let value = try matrix(name)
    do {
      return try places(of: target, in: name).storage.map {
        EntryKey(name, $0)
      }
    } catch {
      throw .noEntry(target, rows: value.rows, columns: value.columns)
    }
  }

  /// The one entry that a target names.
  func entry(
    of target: Expression
  ) throws(ExplanationFault) -> EntryKey {
    let keys = try places(of: target)
    guard keys.count == 1, let key = keys.first else {
      let name = target.baseName ?? ""
      let value = try matrix(name)
      throw .entryWanted(name, rows: value.rows, columns: value.columns)
    }
    return key
  }

  /// How an entry is written: `W1[1,2]`, `z1[2]`, or `C` alone.
  func expression(_ key: EntryKey) -> Expression {
    let name = Expression.name(key.name)
    guard let value = values[key.name],
      scope.shape(of: key.name)?.isScalar != true, value.rows > 0
    else { return name }
    return entryExpression(
      key.name, row: key.offset % value.rows, column: key.offset / value.rows)
  }

  func entryExpression(_ name: Name, row: Int, column: Int) -> Expression {
    let first = scope.notation.firstPlace(of: .name(name))
    let places = [row + first.row, column + first.column].map {
      Expression.Subscript.at(.number(Numeral($0)))
    }
    switch scope.shape(of: name) {
    case .matrix(_, .one)?: return .entry(.name(name), [places[0]])
    case .matrix(.one, _)?: return .entry(.name(name), [places[1]])
    default: return .entry(.name(name), places)
    }
  }

  func value(_ key: EntryKey) -> Double {
    values[key.name]?.storage[key.offset] ?? .nan
  }
}

extension ExplanationFault {
  /// Any error of the worksheet as a fault of the question.
  init(_ error: any Error) {
    switch error {
    case let fault as ExplanationFault: self = fault
    case let fault as ExpressionFault: self = .expression(fault)
    case let fault as WorksheetFault: self = .worksheet(fault)
    default: self = .noCost
    }
  }
}

extension Shape {
  var isScalar: Bool { rows == 1 && columns == 1 }
}
