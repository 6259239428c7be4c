import Algebra
import Matrices
import Presentation

/// The quantities of a worksheet with role, shape and value in short.
public struct Overview: Sendable {
  public struct Row: Sendable {
    public let name: Name
    public let role: String
    public let shape: Shape
    /// The shape in sizes, as `n1×m`, where it has any.
    public let sizes: String?
    public let value: Matrix<Double>
    public let isParameter: Bool
  }

  public let rows: [Row]

  /// Which quantities are listed.
  public enum Selection: Hashable, Sendable {
    case all
    case parameters
    case named([Name])
  }

  /// Lists quantities.
  ///
  /// - Parameters:
  ///   - selection: Which ones.
  ///   - valuation: The numbers.
  ///   - hidden: Quantities that are not to be given away.
  public init(
    _ selection: Selection, of valuation: Valuation,
    hiding hidden: Concealment = .nothing
  ) {
    let worksheet = valuation.worksheet
    let all = worksheet.names.filter { !hidden.hides($0) }.compactMap {
      Self.row($0, valuation)
    }
    rows =
      switch selection {
      case .all: all
      case .parameters: all.filter(\.isParameter)
      case .named(let names): all.filter { names.contains($0.name) }
      }
  }

  private static func row(_ name: Name, _ valuation: Valuation) -> Row? {
    guard let value = valuation.values[name] else { return nil }
    let given = valuation.worksheet.given(name)
    let role =
      given?.role.rawValue
      ?? valuation.worksheet.equation(name)?.role.short ?? ""
    let symbolic = valuation.scope.shape(of: name)
    let sizes: String? =
      symbolic == .scalar ? nil : symbolic.map { "\($0)" }
    return Row(
      name: name, role: role, shape: value.shape, sizes: sizes, value: value,
      isParameter: given?.role == .parameter)
  }

  /// The table, or on a plain page a fact a line.
  public func text(for page: Page) -> StyledText {
    guard !rows.isEmpty else { return "No quantity is written down here." }
    if page.isPlain {
      return rows.map { row in
        page.typed(.name(row.name)) + ": \(row.role), " + shape(row, page)
          + ", "
          + short(row, page)
      }
      .joined(separator: "\n")
    }
    return table(page).text(width: page.width - 2, charset: page.charset)
      .indented(by: 2)
  }

  /// The role is left out where there is no room for it.
  private func table(_ page: Page) -> Table {
    let isNarrow = page.width < 60
    let roles = isNarrow ? [] : [Table.Column("role")]
    return Table(
      [Table.Column("")] + roles
        + [Table.Column("shape"), Table.Column("value")],
      rows: rows.map { row in
        [page.typed(.name(row.name))]
          + (isNarrow ? [] : [StyledText(row.role)])
          + [shape(row, page), short(row, page)]
      })
  }

  private func shape(_ row: Row, _ page: Page) -> StyledText {
    guard row.sizes != nil else { return "number" }
    let sign = page.isPlain ? " by " : page.charset == .ascii ? "x" : "×"
    let numbers = "\(row.shape.rows)\(sign)\(row.shape.columns)"
    return StyledText(numbers)
  }

  /// The first nine, and a sign that there are more.
  private static func cut(_ parts: [String], _ page: Page) -> [String] {
    let more = page.charset == .ascii ? "..." : "…"
    return parts.count > 9 ? parts.prefix(9) + [more] : parts
  }

  /// The value in one line as it can be typed, cut after a few entries.
  private func short(_ row: Row, _ page: Page) -> StyledText {
    let number: (Double) -> String = {
      page.format.text($0, charset: page.charset)
    }
    if row.sizes == nil, let only = row.value.storage.first {
      return StyledText(number(only), .number)
    }
    guard page.isPlain else {
      let lines = row.value.rowArrays.prefix(10).map {
        Self.cut($0.prefix(10).map(number), page).joined(separator: " ")
      }
      return StyledText(
        "[" + Self.cut(lines, page).joined(separator: "; ") + "]", .number)
    }
    let rows = row.value.rowArrays.map { $0.map(number) }
    let count = row.value.storage.count
    return StyledText(
      count <= 16
        ? rows.map { $0.joined(separator: ", ") }.joined(separator: "; ")
        : rows.joined().prefix(8).joined(separator: ", ")
          + " and \(count - 8) more")
  }
}

extension Equation.Role {
  /// One word for a table.
  fileprivate var short: String {
    switch self {
    case .exampleCost: "cost"
    default: rawValue
    }
  }
}
