import Algebra
import Matrices
import Presentation

/// Every quantity of a worksheet with its name, its shape and its numbers.
struct TraceTable {
  private let valuation: Valuation
  private let delta: Worksheet.DeltaConvention

  init(_ valuation: Valuation, delta: Worksheet.DeltaConvention) {
    self.valuation = valuation
    self.delta = delta
  }

  func text(for page: Page) -> StyledText {
    let names = valuation.worksheet.names.filter {
      valuation.values[$0] != nil
    }
    let widths = (
      name: names.map { label($0, page).count }.max() ?? 0,
      shape: names.compactMap { valuation.values[$0] }
        .map { shape($0, page).count }.max() ?? 0
    )
    var parts = names.map { quantity($0, on: page, widths) }
    parts.append("delta: \(delta.rawValue)")
    if let name = valuation.firstNotFinite {
      parts.append(
        "\(label(name, page)) is the first quantity that is not finite")
    }
    return parts.joined(separator: "\n")
  }

  private func quantity(
    _ name: Name, on page: Page, _ widths: (name: Int, shape: Int)
  ) -> StyledText {
    guard let matrix = valuation.values[name] else { return StyledText() }
    let picture = MatrixPicture(matrix.rowArrays)
    if page.isPlain {
      return "\(label(name, page)), \(shape(matrix, page)): "
        + picture.text(for: page)
    }
    let head = Box(label(name, page), .name).text
      .padded(to: widths.name + 2)
    let size = StyledText(shape(matrix, page), .dim)
      .padded(to: widths.shape + 2)
    let numbers =
      matrix.shape.isScalar
      ? Box(page.format.text(matrix[0, 0], charset: page.charset), .number)
      : picture.box(
        width: page.width - head.width - size.width, format: page.format,
        charset: page.charset)
    return Box.row([Box(head), Box(size), numbers]).text.trimmedLines
  }

  private func label(_ name: Name, _ page: Page) -> String {
    page.charset == .unicode ? name.text : name.ascii
  }

  private func shape(_ matrix: Matrix<Double>, _ page: Page) -> String {
    let sign = page.charset == .unicode ? "×" : "x"
    return "\(matrix.rows)\(sign)\(matrix.columns)"
  }
}
