import Algebra
import Matrices
import Presentation

/// Values to be shown side by side, each with what it is the value of.
public struct ValueList: Sendable {
  public struct Item: Sendable {
    public let label: Expression
    public let value: Matrix<Double>
    /// The entries that an alteration changed.
    public let changed: Set<MatrixPicture.Entry>

    public init(
      _ label: Expression, _ value: Matrix<Double>,
      changed: Set<MatrixPicture.Entry> = []
    ) {
      self.label = label
      self.value = value
      self.changed = changed
    }
  }

  public let items: [Item]

  public init(_ items: [Item]) { self.items = items }

  /// Computes what is to be shown.
  ///
  /// - Parameters:
  ///   - expressions: In the order in which they are shown.
  ///   - valuation: The numbers.
  ///   - before: The numbers before an alteration; what differs is marked.
  /// - Throws: ``ExplanationFault``.
  public init(
    _ expressions: [Expression], in valuation: Valuation,
    since before: Valuation? = nil
  ) throws(ExplanationFault) {
    var items: [Item] = []
    for expression in expressions {
      let value = try valuation.number(expression)
      let old = before.flatMap { try? $0.value(of: expression) }
      items.append(Item(expression, value, changed: value.entries(unlike: old)))
    }
    self.items = items
  }
}

extension Matrix<Double> {
  /// The entries that differ from those of another matrix of the same shape.
  func entries(unlike old: Matrix<Double>?) -> Set<MatrixPicture.Entry> {
    guard let old, old.shape == shape else { return [] }
    return Set(
      storage.indices.filter { storage[$0] != old.storage[$0] }.map {
        MatrixPicture.Entry(row: $0 % rows, column: $0 / rows)
      })
  }
}

extension ValueList {
  /// The values as far as possible side by side; on a plain page a row a
  /// line.
  public func text(for page: Page) -> StyledText {
    if page.isPlain {
      return items.map { $0.spoken(page) }.joined(separator: "\n")
    }
    return items.map { $0.box(page) }.flowing(width: page.width - 2)
      .indented(by: 2)
  }
}

extension ValueList.Item {
  fileprivate func box(_ page: Page) -> Box {
    let isExact = value.storage.allSatisfy(page.format.isExact)
    let sign = page.relation(isExact: isExact)
    let name = page.formula(label)
    if value.shape.isScalar, let number = value.storage.first {
      let mark: StyledText =
        changed.isEmpty ? "" : StyledText("*", .changed)
      return Box(
        (name + " " + sign + " " + page.number(number) + mark)
          .wrapped(to: page.width - 2, hanging: 2))
    }
    let shape = StyledText(
      "  \(value.rows)\(page.charset == .unicode ? "×" : "x")\(value.columns)",
      .dim)
    let room = page.width - 2 - shape.width - 3
    let isLong = name.width > room / 2
    let picture = MatrixPicture(value.rowArrays, changed: changed).box(
      width: max(isLong ? room : room - name.width - 1, 16),
      format: page.format, charset: page.charset)
    let valued = Box(sign + " ").beside(picture).beside(Box(shape))
    guard isLong else { return Box(name + " ").beside(valued) }
    return Box(name.wrapped(to: page.width - 2, hanging: 2))
      .above(valued, alignment: .left)
  }

  fileprivate func spoken(_ page: Page) -> StyledText {
    let name = page.formula(label)
    if value.shape.isScalar, let number = value.storage.first {
      return name + " " + page.related(number).breakingAnywhere
        + (changed.isEmpty ? "" : ", changed")
    }
    let isExact = value.storage.allSatisfy(page.format.isExact)
    let rows = MatrixPicture(value.rowArrays, changed: changed)
      .spoken(format: page.format, charset: page.charset)
    return name + " is \(value.rows) by \(value.columns)"
      + (isExact ? "" : ", rounded") + "\n" + rows
  }
}
