import Algebra
import Matrices
import Presentation

/// Lays out the pieces of a lesson for a page, at the numbers of a bench.
struct Blackboard {
  let page: Page
  let bench: LiveBench?
  /// The numbers that others are marked against where they differ.
  var before: LiveBench?

  var charset: Charset { page.charset }

  var format: NumberFormat { page.format }

  /// How far a formula stands from the left edge.
  static let indent = 3

  /// The cells of a line of prose, which is hard to read when it is longer;
  /// a screen reader is given whole sentences.
  var measure: Int {
    page.isPlain ? page.width : max(min(page.width - 2, 76), 10)
  }

  /// Prose in lines, one cell from the edge.
  func prose(_ text: StyledText) -> StyledText {
    text.wrapped(to: measure).indented(by: page.isPlain ? 0 : 1)
  }

  func prose(_ inlines: [Inline]) -> StyledText { prose(text(inlines)) }

  /// Prose in one line, its formulas kept together.
  func text(_ inlines: [Inline]) -> StyledText {
    let text = inlines.map(text).joined()
    return charset == .ascii ? text.inASCII : text
  }

  private func text(_ inline: Inline) -> StyledText {
    switch inline {
    case .text(let text): StyledText(text)
    case .emphasis(let text): StyledText(text, .emphasis)
    case .code(let text): code(text)
    case .formula(let expression): formula(expression).keptTogether
    case .value(let expression): value(expression).keptTogether
    }
  }

  /// What is to be typed, in one line wherever a line can hold it.
  private func code(_ text: String) -> StyledText {
    let typed = StyledText(text, .typed)
    return typed.width + 8 <= measure ? typed.unbroken : typed
  }

  /// A formula in one line.
  func formula(_ expression: Expression) -> StyledText {
    page.formula(expression)
  }

  func formula(_ name: Name) -> StyledText { formula(.name(name)) }

  /// The value of an expression in one line, or what keeps it from having
  /// one.
  func value(_ expression: Expression) -> StyledText {
    guard let value = try? bench?.value(of: expression) else {
      return StyledText("?", .wrong)
    }
    return inline(value)
  }

  func number(_ value: Double) -> StyledText {
    StyledText(format.text(value, charset: charset), .number)
  }

  /// `=` before a value that is shown exactly, `≈` before one that is not.
  func relation(_ value: Matrix<Double>) -> String {
    let isExact = value.storage.allSatisfy { format.isExact($0) }
    return isExact ? "=" : charset == .unicode ? "≈" : "~="
  }

  /// A value in one line: `[1; 3]`, in words `the matrix 1, next row 3`.
  func inline(_ value: Matrix<Double>) -> StyledText {
    guard value.storage.count > 1 else {
      return number(value.storage.first ?? .nan)
    }
    let signs =
      page.isPlain
      ? (open: "the matrix ", row: ", next row ", close: "")
      : (open: "[", row: "; ", close: "]")
    let rows = value.rowArrays.prefix(8).map { row in
      row.prefix(8).map(number).joined(separator: ", ")
        + (row.count > 8 ? ", ..." : "")
    }
    let more = StyledText(value.rows > 8 ? signs.row + "..." : "")
    return StyledText(signs.open)
      + rows.joined(separator: StyledText(signs.row)) + more
      + StyledText(signs.close)
  }

  /// A value as a block: a number, or a matrix between brackets.
  func box(
    _ value: Matrix<Double>, changed: Set<MatrixPicture.Entry> = [],
    width: Int
  ) -> Box {
    guard value.storage.count > 1 else {
      let mark = changed.isEmpty ? "" : page.isPlain ? " changed" : "*"
      let text = format.text(value.storage.first ?? .nan, charset: charset)
      return Box(text + mark, changed.isEmpty ? .number : .changed)
    }
    return MatrixPicture(value.rowArrays, changed: changed)
      .box(width: max(width, 12), format: format, charset: charset)
  }

  /// The entries of a value that are others than before.
  func marks(
    on expression: Expression, _ value: Matrix<Double>
  ) -> Set<MatrixPicture.Entry> {
    guard let before, before.origin == bench?.origin,
      let old = try? before.value(of: expression), old.shape == value.shape
    else { return [] }
    return old.places(differingIn: value)
  }

  /// The shape as it is written on a blackboard.
  func shape(_ value: Matrix<Double>) -> String {
    let sign = charset == .unicode ? "×" : "x"
    return "\(value.rows)\(sign)\(value.columns)"
  }

  /// The line above a screen: its title on the left, the lesson and the
  /// count on the right.
  func heading(
    _ title: String, _ lesson: StyledText, _ count: String, altered: [String]
  ) -> StyledText {
    let dot = page.isPlain ? ", " : charset == .unicode ? " · " : " - "
    let left = StyledText(title, .heading)
    var lines: [StyledText] = []
    let isFirst = title == lesson.plain
    let number = StyledText(isFirst ? count : dot + count, .dim)
    let right = isFirst ? number : lesson + number
    if page.isPlain {
      let ends = title.last.map("?!.".contains) ?? false
      let mark: StyledText = isFirst ? ", " : ends ? " " : ". "
      lines.append(left + mark + right)
    } else if left.width + right.width + 2 <= measure {
      let gap = measure - left.width - right.width
      lines.append(left + StyledText(spaces(gap)) + right)
    } else {
      lines.append(left.wrapped(to: measure))
      lines.append(right.padded(to: measure, alignment: .right))
    }
    if !altered.isEmpty {
      let list = altered.joined(separator: ", ")
      lines.append(
        StyledText("altered: \(list)", .changed).wrapped(
          to: measure, hanging: 2))
    }
    return StyledText.stacked(lines).indented(by: page.isPlain ? 0 : 1)
  }

  func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 0))
  }

  /// The arrow between what was and what is.
  var arrow: String { charset == .unicode ? "→" : "->" }
}

extension StyledText {
  /// The text in one piece, where it is short enough for a line of prose.
  fileprivate var keptTogether: StyledText { width <= 28 ? unbroken : self }
}
