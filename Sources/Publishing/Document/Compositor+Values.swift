import Algebra
import Matrices
import Presentation
import Teaching

extension Compositor {
  func formula(_ expression: Expression) -> Formula {
    // The name of a function is upright, also where it is given nothing.
    if case .name(let name) = expression.ungrouped,
      let function = Function.table[name], function.symbol == nil
    {
      return .word(name.text)
    }
    return Formula(reading.layout(of: expression))
  }

  func formula(_ name: Name) -> Formula { Formula(reading.layout(of: name)) }

  func number(_ value: Double) -> Formula {
    .number(reading.format.text(value))
  }

  /// `=` before a value that is written exactly, `≈` before one that is not.
  func relation(_ value: Matrix<Double>) -> String {
    value.storage.allSatisfy { reading.format.isExact($0) } ? "=" : "≈"
  }

  /// A number, or a matrix between brackets.
  func formula(_ value: Matrix<Double>) -> Formula {
    guard value.storage.count != 1 else { return number(value.storage[0]) }
    let rows = Self.shown(value.rows, limit: MatrixPicture.rowLimit)
    let texts = (0..<value.columns).map { column in
      rows.map { row in row.map { reading.format.text(value[$0, column]) } }
    }
    let columns = Self.fitting(texts).map { column in
      column.map { aligned(texts[$0]) }
        ?? rows.map { _ in .sign("⋯", .plain) }
    }
    return .grid(
      rows.indices.map { row in columns.map { $0[row] } })
  }

  /// A matrix with its shape below it.
  func labelled(_ value: Matrix<Double>) -> Formula {
    guard value.storage.count != 1 else { return formula(value) }
    return .labelled(
      formula(value),
      below: .row([
        .number("\(value.rows)"), .sign("×", .operation),
        .number("\(value.columns)"),
      ]))
  }

  /// A quantity and its value.
  func assigned(_ name: Name) -> Formula? {
    reading.value(of: .name(name)).map { value in
      .joined([
        formula(name), .sign(relation(value), .relation), labelled(value),
      ])
    }
  }

  // MARK: - Columns of numbers

  /// Numbers with so much room beside them that their points stand below
  /// each other; nothing stands where some are left out.
  func aligned(_ texts: [String?]) -> [Formula] {
    let parts = texts.map { $0.map(DigitParts.init) }
    let known = parts.compactMap(\.self)
    let isPlain = known.allSatisfy(\.isPlain)
    let hasSign = known.contains(where: \.hasSign)
    let before = known.map(\.before).max() ?? 0
    let after = known.map(\.after).max { $0.count < $1.count } ?? ""
    return zip(texts, parts).map { text, part in
      guard let text, let part else { return .sign("⋮", .plain) }
      guard isPlain else { return .number(text) }
      let sign = hasSign && !part.hasSign ? "-" : ""
      let left = sign + String(repeating: "0", count: before - part.before)
      let right = String(after.dropFirst(part.after.count))
      return .joined([
        left.isEmpty ? .row([]) : .room(left), .number(text),
        right.isEmpty ? .row([]) : .room(right),
      ])
    }
  }

  /// The places that are shown of so many, nil where some are left out.
  private static func shown(_ count: Int, limit: Int) -> [Int?] {
    guard count > limit else { return Array(0..<count) }
    return Array(0..<(limit - 2)) + [nil, count - 1]
  }

  /// The columns that a line of paper holds, nil where some are left out.
  private static func fitting(_ columns: [[String?]]) -> [Int?] {
    let widths = columns.map { column in
      Double(column.map { $0?.count ?? 1 }.max() ?? 1) * 0.52 + 1
    }
    var used = 0.0
    let count = widths.prefix { width in
      used += width
      return used <= 27
    }.count
    return shown(columns.count, limit: max(count, 3))
  }
}

/// A number taken apart at its point.
private struct DigitParts {
  let hasSign: Bool
  /// How many digits stand before the point.
  let before: Int
  /// The point and the digits behind it.
  let after: String
  /// Whether it is digits and a point, and no power of ten.
  let isPlain: Bool

  init(_ text: String) {
    hasSign = text.hasPrefix("-")
    let digits = text.drop { $0 == "-" }
    let point = digits.firstIndex(of: ".") ?? digits.endIndex
    before = digits[..<point].count
    after = String(digits[point...])
    isPlain = digits.allSatisfy { $0.isNumber || $0 == "." }
  }
}
