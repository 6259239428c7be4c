import Algebra
import Matrices

extension PythonWriter {
  mutating func entry(
    _ base: Expression, _ places: [Expression.Subscript]
  ) throws(ScriptFault) -> PythonTerm {
    let matrix = try term(base).text(atLeast: .primary)
    // Where all places are single ones a number is left, else a matrix.
    let isNumber = places.allSatisfy(\.isSingle)
    var texts: [String] = []
    for place in places { texts.append(try text(place, isNumber)) }
    if texts.count == 1 {
      // A vector has one subscript; which axis it runs along its shape says.
      let other = isNumber ? "0" : ":"
      let isColumn = counts(of: base).map { $0.columns == 1 } ?? true
      texts = isColumn ? texts + [other] : [other] + texts
    }
    return PythonTerm("\(matrix)[\(texts.joined(separator: ", "))]")
  }

  /// A place, counted from 0.
  private mutating func text(
    _ place: Expression.Subscript, _ isNumber: Bool
  ) throws(ScriptFault) -> String {
    switch place {
    case .all: return ":"
    case .at(let place):
      let place = try term(place)
      return isNumber ? place.before : "\(place.before):\(place.whole)"
    case .range(let first, let last):
      let first = try term(first)
      return "\(first.before):\(try term(last).whole)"
    }
  }

  // MARK: - Matrices and blocks

  mutating func matrix(
    _ rows: [[Expression]]
  ) throws(ScriptFault) -> PythonTerm {
    let cells = rows.flatMap { $0 }
    guard cells.allSatisfy({ shape(of: $0)?.isScalar ?? false }) else {
      return try blocks(rows)
    }
    var isPlain = true
    var lines: [String] = []
    for row in rows {
      var texts: [String] = []
      for cell in row {
        let term = try term(cell)
        isPlain = isPlain && term.isPlain
        // A matrix that is a number by its nature is taken as one.
        texts.append(
          isNumber(cell) ? term.text : "\(term.text(atLeast: .primary))[0, 0]")
      }
      lines.append("[\(texts.joined(separator: ", "))]")
    }
    let list = "[\(lines.joined(separator: ", "))]"
    switch library {
    case .numpy: return PythonTerm("np.array(\(list), dtype=float)")
    case .pytorch where isPlain:
      return PythonTerm("torch.tensor(\(list), dtype=torch.float64)")
    case .pytorch:
      define([.rowsOfNumbers])
      return PythonTerm("rows_of(\(list))")
    }
  }

  /// Blocks beside and above each other; a single number fills the place
  /// that is left.
  private mutating func blocks(
    _ rows: [[Expression]]
  ) throws(ScriptFault) -> PythonTerm {
    let isFiller = { (part: Expression, writer: PythonWriter) in
      writer.shape(of: part)?.isScalar ?? false
    }
    let whole = rows.first { $0.count > 1 || !isFiller($0[0], self) }
    let width = (whole ?? []).compactMap { counts(of: $0)?.columns }
      .reduce(0, +)
    var lines: [[String]] = []
    for row in rows {
      let height = row.compactMap { counts(of: $0)?.rows }.max() ?? 1
      var texts: [String] = []
      for part in row {
        let block = try term(part)
        let wide = row.count == 1 ? max(width, 1) : 1
        texts.append(
          isFiller(part, self)
            ? filled(block, height, wide) : block.text)
      }
      lines.append(texts)
    }
    return PythonTerm(joined(lines))
  }

  private func filled(
    _ block: PythonTerm, _ height: Int, _ width: Int
  ) -> String {
    let sizes = "\(height), \(width)"
    let ones =
      library == .numpy ? "np.ones((\(sizes)))" : "torch.ones(\(sizes))"
    if block.text == "1" { return ones }
    return "\(block.text(atLeast: .product)) * \(ones)"
  }

  private func joined(_ rows: [[String]]) -> String {
    guard library == .pytorch else {
      let lines = rows.map { "[\($0.joined(separator: ", "))]" }
      return "np.block([\(lines.joined(separator: ", "))])"
    }
    let lines = rows.map { row in
      row.count == 1
        ? row[0] : "torch.cat([\(row.joined(separator: ", "))], dim=1)"
    }
    return lines.count == 1
      ? lines[0] : "torch.cat([\(lines.joined(separator: ", "))], dim=0)"
  }
}

extension Expression.Subscript {
  fileprivate var isSingle: Bool {
    if case .at = self { true } else { false }
  }
}

extension PythonDefinition {
  /// A matrix whose entries keep their slopes.
  static let rowsOfNumbers = PythonDefinition(
    "rows_of",
    """
    def rows_of(rows):
        # A matrix whose entries keep their slopes.
        return torch.stack([
            torch.stack([torch.as_tensor(
                entry, dtype=torch.float64) for entry in row])
            for row in rows])
    """)
}
