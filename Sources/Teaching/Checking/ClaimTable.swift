import Algebra
import Matrices
import Presentation

/// What somebody else computed beside what we did, one quantity a row.
public struct ClaimTable: Sendable {
  public let comparisons: [ClaimComparison]
  let valuation: Valuation

  /// - Parameters:
  ///   - claimed: The quantities as they are claimed.
  ///   - valuation: The worksheet with its numbers.
  public init(_ claimed: [Name: Matrix<Double>], in valuation: Valuation) {
    self.valuation = valuation
    comparisons = Self.order(valuation).compactMap { name in
      guard let claim = claimed[name], let own = valuation.values[name] else {
        return nil
      }
      return ClaimComparison(name, claimed: claim, own: own)
    }
  }

  /// The slopes in parameters first, as they are checked.
  private static func order(_ valuation: Valuation) -> [Name] {
    let slopes = GradientReferee(valuation).parameters.map(Worksheet.adjoint)
    return slopes
      + valuation.worksheet.names.filter { !slopes.contains($0) }
  }

  /// Whether some quantity is another than ours.
  public var hasFailed: Bool {
    comparisons.contains { ![.agrees, .lookAgain].contains($0.finding) }
  }

  private var claimed: [Name: Matrix<Double>] {
    Dictionary(comparisons.map { ($0.name, $0.claimed) }) { first, _ in first }
  }

  /// The table, what is to be said of single rows, and what the columns mean.
  public func text(for page: Page) -> StyledText {
    var lines = Lines()
    lines.add(table(for: page))
    lines.add(contentsOf: remarks(for: page).map { page.prose($0) })
    if comparisons.contains(where: { $0.disparity != nil }) {
      lines.add(page.prose(legend(page)))
    }
    return lines.text
  }

  /// What is to be said of single rows, in sentences.
  public func remarks(for page: Page) -> [StyledText] {
    let slips = ClaimDiagnosis(claimed, in: valuation).remarks(for: page)
    return comparisons.compactMap { remark($0, page) } + slips
  }

  private func table(for page: Page) -> StyledText {
    let full = Table(
      [
        Table.Column("claimed"), Table.Column("shape"),
        Table.Column("worst entry"), Table.Column("norms"),
        Table.Column("largest gap"), Table.Column(""),
      ],
      rows: comparisons.map { row($0, page) })
    guard !page.isPlain else { return full.spoken }
    let whole = full.text(width: 400, charset: page.charset)
    if whole.width <= page.width { return whole }
    let short = Table(
      [Table.Column("claimed"), Table.Column("norms"), Table.Column("")],
      rows: comparisons.map { comparison in
        let row = row(comparison, page)
        return [row[0], row[3], row[5]]
      })
    return short.text(width: page.width, charset: page.charset)
  }

  private func row(
    _ comparison: ClaimComparison, _ page: Page
  ) -> [StyledText] {
    let disparity = comparison.disparity
    return [
      page.name(comparison.name),
      StyledText(shape(comparison.claimed.shape, page)),
      size(disparity?.worstRatio, page), size(disparity?.normRatio, page),
      gap(comparison, page), finding(comparison),
    ]
  }

  private func size(_ value: Double?, _ page: Page) -> StyledText {
    value.map { page.error($0) } ?? StyledText("-", .dim)
  }

  private func gap(
    _ comparison: ClaimComparison, _ page: Page
  ) -> StyledText {
    guard let disparity = comparison.disparity, disparity.largestGap > 0,
      !comparison.own.shape.isScalar
    else { return size(comparison.disparity?.largestGap, page) }
    return page.error(
      disparity.largestGap, at: EntryKey(comparison.name, disparity.place),
      in: valuation)
  }

  private func finding(_ comparison: ClaimComparison) -> StyledText {
    switch comparison.finding {
    case .agrees: StyledText("agrees", .right)
    case .lookAgain: StyledText("look again", .emphasis)
    case .differs: StyledText("differs", .wrong)
    case .transposed: StyledText("transposed", .wrong)
    case .shapesDiffer: StyledText("another shape", .wrong)
    case .notFinite: StyledText("not finite", .wrong)
    }
  }

  private func remark(
    _ comparison: ClaimComparison, _ page: Page
  ) -> StyledText? {
    let name = page.name(comparison.name)
    let own = shape(comparison.own.shape, page)
    let claimed = shape(comparison.claimed.shape, page)
    switch comparison.finding {
    case .shapesDiffer:
      return name + " is \(own), and what is claimed is \(claimed)."
    case .transposed where comparison.own.shape != comparison.claimed.shape:
      return name + " is \(own), and what is claimed is \(claimed): "
        + "it agrees once rows and columns are exchanged."
    case .transposed:
      return name + " agrees once rows and columns are exchanged."
    case .notFinite:
      return name + " is not finite, so nothing can be compared."
    default: return nil
    }
  }

  private func shape(_ shape: Shape, _ page: Page) -> String {
    if page.isPlain { return "\(shape.rows) by \(shape.columns)" }
    let sign = page.charset == .unicode ? "×" : "x"
    return "\(shape.rows)\(sign)\(shape.columns)"
  }

  private func legend(_ page: Page) -> StyledText {
    let (worst, norms) = page.errorFormulas
    return "a is claimed, n is ours. Worst entry: " + StyledText(worst).unbroken
      + "; norms: " + StyledText(norms).unbroken
      + ". Up to 1e-7 agrees; look again up to 1e-4 (CS231n), or where the gap "
      + "is less than a millionth of the largest entry."
  }
}
