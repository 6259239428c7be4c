import Algebra

/// Reads the expressions of a lesson and says what is wrong with one at its
/// place in the file.
struct ExpressionReader {
  var faults = LessonFaults()

  /// What an expression must be.
  enum Demand {
    /// Anything that can be read.
    case readable
    /// Anything whose names mean something, whatever its shapes.
    case known
    /// Something with a value.
    case value
    /// A number, or a condition, which is one too.
    case number
  }

  mutating func expression(
    _ source: SourceText, in scope: Scope, _ demand: Demand = .value
  ) -> Expression? {
    let reading: Reading
    do { reading = try Expression.reading(source.text, in: scope) } catch {
      faults.add(
        error.words(of: source.text),
        at: source.place(error.columns.lowerBound))
      return nil
    }
    guard demand != .readable else { return reading.expression }
    do {
      let shape = try reading.expression.shape(in: scope)
      if demand == .number, !shape.isScalar {
        faults.add(.numberWanted(shape), at: source)
        return nil
      }
    } catch let found {
      let error = reading.unknownName(in: scope) ?? found
      if demand == .known, !error.isUnknown { return reading.expression }
      let columns = reading.columns(of: error.path)
      let said = reading.diagnostic(error, source: source.text, in: scope)
      faults.add(
        said.words(otherwise: "write something that has a value"),
        at: source.place(columns.lowerBound))
      return nil
    }
    return reading.expression
  }
}

extension Reading {
  /// The first name that means nothing, which other faults may hide.
  fileprivate func unknownName(in scope: Scope) -> ExpressionFault? {
    let free = Set(expression.names.filter { !scope.isKnown($0) })
    let path = expression.parts.first { _, part in
      if case .name(let name) = part { free.contains(name) } else { false }
    }
    guard let path, case .name(let name) = path.part else { return nil }
    return ExpressionFault(.unknownName(name), at: path.path)
  }
}

extension ExpressionFault {
  /// Whether a name was found that means nothing.
  fileprivate var isUnknown: Bool {
    switch problem {
    case .unknownName, .unknownFunction, .argumentCount: true
    default: false
    }
  }
}

extension SourceText {
  /// The text from a column of it on, which counts from 0 and line feeds too.
  func place(_ column: Int) -> SourceText {
    let before = text.prefix(column)
    let rest = String(text.dropFirst(column))
    guard let feed = before.lastIndex(of: "\n") else {
      return SourceText(rest, line: line, column: self.column + column)
    }
    return SourceText(
      rest, line: line + before.filter { $0 == "\n" }.count,
      column: before.distance(from: feed, to: before.endIndex))
  }
}

extension LessonFaults {
  /// Adds all faults of another list.
  mutating func add(_ other: LessonFaults) {
    for fault in other.all {
      add(
        LessonFault.Words(fault.message, try: fault.remedy),
        line: fault.line, column: fault.column)
    }
  }
}

extension LessonCompiler {
  /// Reads an expression in the worksheet of a screen.
  mutating func expression(
    _ source: SourceText, on bench: Bench?,
    _ demand: ExpressionReader.Demand = .value
  ) -> Expression? {
    expression(source, in: bench.scope, demand)
  }

  mutating func expression(
    _ source: SourceText, in scope: Scope,
    _ demand: ExpressionReader.Demand = .value
  ) -> Expression? {
    var reader = ExpressionReader()
    defer { faults.add(reader.faults) }
    return reader.expression(source, in: scope, demand)
  }
}

extension Optional where Wrapped == Bench {
  /// The names of the worksheet, or the functions alone.
  var scope: Scope { map(\.scope) ?? Scope() }
}
