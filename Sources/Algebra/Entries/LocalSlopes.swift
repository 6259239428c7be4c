import Matrices

/// One entry of a quantity: its name and its place, column after column.
public struct EntryKey: Hashable, Sendable {
  public let name: Name
  /// The place among the entries, column after column, counted from 0.
  public let offset: Int

  public init(_ name: Name, _ offset: Int) {
    self.name = name
    self.offset = offset
  }
}

/// The slopes of the entries of one equation in the entries that it reads.
public struct LocalSlope: Hashable, Sendable {
  /// The place of the entry of the equation's quantity.
  public let output: Int
  public let input: EntryKey
  public let slope: Double
}

extension Valuation {
  /// The slopes of an expression's entries in entries of the quantities that
  /// it names, all else held still.
  ///
  /// - Parameters:
  ///   - expression: In the worksheet's quantities.
  ///   - inputs: The entries in which slopes are wanted.
  /// - Returns: The slopes, 0 among them where an input leads to an entry all
  ///   the same, in the order of the expression's entries and then of
  ///   `inputs`.
  /// - Throws: ``ExpressionFault``.
  public func localSlopes(
    of expression: Expression, in inputs: [EntryKey]
  ) throws -> [LocalSlope] {
    var arithmetic = RecordingArithmetic(
      RealArithmetic(slopeAtKink: worksheet.slopeAtKink))
    let names = expression.names
    let wanted = inputs.filter { names.contains($0.name) }
    var entries: [Name: [Recorded<Double>]] = [:]
    for name in names {
      guard let value = values[name] else { continue }
      entries[name] = value.storage.map { Recorded($0) }
    }
    for key in wanted {
      guard let value = entries[key.name]?[key.offset].value else { continue }
      entries[key.name]?[key.offset] = arithmetic.followed(value)
    }
    var quantities: [Name: Matrix<Recorded<Double>>] = [:]
    for (name, storage) in entries {
      guard let value = values[name] else { continue }
      quantities[name] = try Matrix(
        rows: value.rows, columns: value.columns, storage: storage)
    }
    var evaluator = Evaluator(
      scope: scope, values: quantities, arithmetic: arithmetic)
    let result = try evaluator.value(of: expression)
    return result.storage.enumerated().flatMap { output, number in
      evaluator.arithmetic.reachedSlopes(of: number, inFirst: wanted.count)
        .sorted { $0.key < $1.key }
        .map { place, slope in
          LocalSlope(output: output, input: wanted[place], slope: slope)
        }
    }
  }
}
