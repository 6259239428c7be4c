@testable import Algebra

/// A line written out in ASCII, with the columns of each part, so that the
/// pictures of faults can be tested without a reader of lines.
struct TypedLine {
  let expression: Expression
  private(set) var source = ""
  private var columns: [Path: Range<Int>] = [:]

  init(_ expression: Expression) {
    self.expression = expression
    write(expression, at: [])
  }

  func columns(of path: Path) -> Range<Int>? { columns[path] }

  private mutating func write(_ expression: Expression, at path: Path) {
    let start = source.count
    defer { columns[path] = start..<source.count }
    let children = expression.children
    switch expression {
    case .number(let numeral): source += numeral.ascii
    case .name(let name): source += name.ascii
    case .negation: enclose(children, at: path, "-", "", "")
    case .transpose: enclose(children, at: path, "", "", "'")
    case .group: enclose(children, at: path, "(", "", ")")
    case .differential: enclose(children, at: path, "d(", "", ")")
    case .derivative: enclose(children, at: path, "D(", ", ", ")")
    case .sum(let index, _):
      enclose(children, at: path, "sum(\(index.ascii), ", "", ")")
    case .call(let name, let primes, _):
      let ticks = String(repeating: "'", count: primes)
      enclose(children, at: path, "\(name.ascii)\(ticks)(", ", ", ")")
    case .binary(let sign, _, _):
      enclose(children, at: path, "", sign.row.ascii, "")
    case .matrix(let rows):
      let separator = rows.count == 1 ? " " : "; "
      enclose(children, at: path, "[", separator, "]")
    case .entry(_, let places): write(places, children, at: path)
    }
  }

  private mutating func enclose(
    _ parts: [Expression], at path: Path, _ open: String, _ between: String,
    _ close: String
  ) {
    source += open
    for (step, part) in parts.enumerated() {
      if step > 0 { source += between }
      write(part, at: path + [step])
    }
    source += close
  }

  private mutating func write(
    _ places: [Expression.Subscript], _ children: [Expression], at path: Path
  ) {
    write(children[0], at: path + [0])
    source += "["
    var step = 1
    for (number, place) in places.enumerated() {
      if number > 0 { source += "," }
      switch place {
      case .all: source += ":"
      case .at(let index):
        write(index, at: path + [step])
        step += 1
      case .range(let first, let last):
        write(first, at: path + [step])
        source += ":"
        write(last, at: path + [step + 1])
        step += 2
      }
    }
    source += "]"
  }
}
