import Algebra
import Matrices
import Presentation

/// What an alteration changed: before and after, one row a quantity.
public struct Effect: Sendable {
  public struct Row: Hashable, Sendable {
    /// The quantity, or its entry where only one changed or one stands for
    /// all.
    public let quantity: Expression
    public let before: Double
    public let after: Double
    /// Further entries of the same quantity that changed.
    public let furtherEntries: Int
  }

  public let rows: [Row]
  /// Quantities that changed and have no row.
  public let unlisted: Int
  /// Quantities that changed and that the lesson has not reached.
  public let stillToCome: Int

  /// How many rows follow an alteration.
  public static let limit = 8
}

extension Effect {
  /// Compares two states of the same worksheet.
  ///
  /// - Parameters:
  ///   - before: The numbers before the alteration.
  ///   - after: The numbers after it.
  ///   - order: The quantities in the order of interest, the altered one
  ///     first; the cost goes last wherever it stands.
  ///   - hidden: Quantities that are not to be given away.
  ///   - limit: How many rows there may be; nothing for all.
  public init(
    from before: Valuation, to after: Valuation, order: [Name],
    hiding hidden: Concealment = .nothing, limit: Int? = Effect.limit
  ) {
    let cost = after.worksheet.cost?.name
    var seen: Set<Name> = []
    let names = (order + after.worksheet.names).filter {
      seen.insert($0).inserted
    }
    let changed = names.filter {
      !Self.changedEntries(of: $0, before, after).isEmpty
    }
    let shown = changed.compactMap { Self.row(of: $0, before, after, hidden) }
    let isCost: (Row) -> Bool = { $0.quantity.baseName == cost }
    var rows = shown.filter { !isCost($0) }
    let last = shown.filter(isCost)
    let room = (limit ?? .max) - last.count
    unlisted = max(rows.count - room, 0)
    if rows.count > room { rows = Array(rows.prefix(room)) }
    self.rows = rows + last
    stillToCome = changed.count - shown.count
  }

  private static func changedEntries(
    of name: Name, _ before: Valuation, _ after: Valuation
  ) -> [Int] {
    guard let old = before.values[name], let new = after.values[name],
      old.shape == new.shape
    else { return [] }
    return old.entries(differingIn: new).map(\.offset)
  }

  /// The row of a quantity: of its changed entries the one that changed
  /// most.
  private static func row(
    of name: Name, _ before: Valuation, _ after: Valuation,
    _ hidden: Concealment
  ) -> Row? {
    let keys = changedEntries(of: name, before, after)
      .map { EntryKey(name, $0) }.filter { !hidden.hides($0) }
    let most = keys.max {
      (after.value($0) - before.value($0)).magnitude
        < (after.value($1) - before.value($1)).magnitude
    }
    return most.map { key in
      Row(
        quantity: after.expression(key), before: before.value(key),
        after: after.value(key), furtherEntries: keys.count - 1)
    }
  }

  /// The rows, and what has none, in words.
  public func text(for page: Page) -> StyledText {
    guard !rows.isEmpty || stillToCome > 0 else { return "Nothing changed." }
    var lines = Lines()
    if !rows.isEmpty { lines.add(listed(page)) }
    if let rest = rest(page) { lines.add(page.prose(rest, indent: 2)) }
    return lines.text
  }

  private func listed(_ page: Page) -> StyledText {
    guard !page.isPlain else {
      return rows.map { row in
        page.typed(row.quantity) + " from " + page.number(row.before)
          + " to " + page.number(row.after) + further(row)
      }
      .joined(separator: "\n")
    }
    // The entries behind the first are said in as many words as fit.
    let ways: [(Row) -> StyledText] = [
      further,
      {
        $0.furtherEntries > 0 ? StyledText("+\($0.furtherEntries)", .dim) : ""
      },
    ]
    let tables = ways.lazy.map { table(page, further: $0) }
    let fitting = tables.first {
      $0.text(width: 400).trimmedLines.width + 2 <= page.width
    }
    return (fitting ?? table(page) { _ in "" })
      .text(width: page.width - 2, charset: page.charset).trimmedLines
      .indented(by: 2)
  }

  private func table(_ page: Page, further: (Row) -> StyledText) -> Table {
    Table(
      [.left, .decimal, .left, .decimal, .left],
      rows: rows.map { row in
        [
          page.typed(row.quantity), page.number(row.before),
          StyledText(page.arrow, .symbol),
          page.number(row.after).restyled { _ in .changed }, further(row),
        ]
      })
  }

  private func further(_ row: Row) -> StyledText {
    row.furtherEntries == 0
      ? "" : StyledText(" and \(row.furtherEntries) more", .dim)
  }

  private func rest(_ page: Page) -> StyledText? {
    var parts: [String] = []
    if unlisted > 0 {
      parts.append(
        counted(unlisted, "more quantity", "more quantities")
          + " changed: diff shows all")
    }
    if stillToCome > 0 {
      parts.append(
        "and \(counted(stillToCome, "quantity", "quantities")) still to come")
    }
    return parts.isEmpty ? nil : StyledText(parts.joined(separator: "\n"))
  }
}
