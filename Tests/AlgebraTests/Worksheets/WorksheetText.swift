import Matrices
import TestSupport

@testable import Algebra

extension Worksheet {
  /// A worksheet written as lines, with the last one the cost.
  ///
  /// A given is written `W: n×k parameter`, its sizes by name or 1.
  init(given lines: [String], _ equations: [String]) throws {
    self.init()
    for line in lines { try add(given: line) }
    for (place, line) in equations.enumerated() {
      let halves = line.split(separator: "=", maxSplits: 1).map(String.init)
      self.equations.append(
        Equation(
          Name(halves[0].filter { $0 != " " }),
          try Expression(halves[1], in: scope),
          role: place == equations.count - 1 ? .cost : .forward))
    }
  }

  private mutating func add(given line: String) throws {
    let words = line.split(whereSeparator: { " :×".contains($0) })
      .map(String.init)
    let role = Given.Role(rawValue: words.last ?? "") ?? .input
    guard words.count == 4 else {
      givens.append(Given(Name(words[0]), .scalar, role: role))
      return
    }
    givens.append(
      Given(
        Name(words[0]),
        .matrix(rows: dimension(words[1]), columns: dimension(words[2])),
        role: role))
  }

  private mutating func dimension(_ word: String) -> Dimension {
    if word == "1" { return .one }
    sizes[Name(word)] = .size(Name(word))
    return .size(Name(word))
  }

  /// Values drawn for every given quantity, sizes all different.
  func drawn(
    _ generator: inout SeededGenerator, sizes fixed: [Name: Int] = [:]
  ) throws -> [Name: Matrix<Double>] {
    var counts: [Name: Int] = fixed
    var free = [2, 3, 4, 5, 6, 7].shuffled(using: &generator)
    for size in sizes.keys.sorted() where counts[size] == nil {
      counts[size] = free.removeLast()
    }
    func count(_ dimension: Dimension) -> Int {
      switch dimension {
      case .one: 1
      case .fixed(let count): count
      case .size(let name): counts[name] ?? 1
      }
    }
    var values: [Name: Matrix<Double>] = [:]
    for given in givens {
      let rows = given.shape == .scalar ? 1 : count(given.shape.rows)
      let columns = given.shape == .scalar ? 1 : count(given.shape.columns)
      values[given.name] = try Matrix(
        rows: rows, columns: columns,
        storage: (0..<rows * columns).map { _ in
          Double.random(in: -1...1, using: &generator)
        })
    }
    return values
  }
}
