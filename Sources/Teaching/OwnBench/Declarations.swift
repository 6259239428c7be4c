import Algebra
import Presentation

/// A declaration that cannot be read.
public struct DeclarationFault: Error {
  public let diagnostic: Diagnostic

  init(_ headline: String, notes: [String], remedy: String) {
    diagnostic = Diagnostic(headline, notes: notes, remedy: remedy)
  }

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// What `given W: k×n, x: n×m with colsum(x) = 1` and `given z > 0` say.
struct Declarations {
  private(set) var givens: [Given] = []
  private(set) var assumptions: [Worksheet.Assumption] = []

  /// Reads what stands behind `given`.
  ///
  /// - Throws: ``DeclarationFault``, which names the part to blame.
  init(_ text: String) throws(DeclarationFault) {
    var list = text
    var condition: String?
    if let with = text.place(of: " with ") {
      list = String(text[..<with.lowerBound])
      condition = String(text[with.upperBound...]).trimmed
    }
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let part = String(part).trimmed
      if case .positive(let name)? = Worksheet.Assumption(part) {
        givens.append(
          Given(name, .scalar, role: Self.usualRole(of: name)))
        assumptions.append(.positive(name))
      } else {
        givens.append(try Self.given(part))
      }
    }
    for part in condition?.split(separator: ",") ?? [] {
      assumptions.append(try Self.assumption(String(part).trimmed))
    }
  }

  private static func given(_ text: String) throws(DeclarationFault) -> Given {
    var words = text
    var role: Given.Role?
    if let last = text.split(separator: " ").last,
      let found = Given.Role(rawValue: String(last))
    {
      role = found
      words = String(text.dropLast(last.count)).trimmed
    }
    let parts = words.split(separator: ":", maxSplits: 1).map {
      String($0).trimmed
    }
    guard let word = parts.first, word.isOneName else {
      throw DeclarationFault(
        "\(text.isEmpty ? "nothing" : text) is no name with a shape",
        notes: ["a declaration is W: k×n, or a name alone for a number"],
        remedy: "help given")
    }
    let name = Name(word)
    let shape = parts.count > 1 ? try Self.shape(parts[1]) : .scalar
    return Given(name, shape, role: role ?? Self.usualRole(of: name))
  }

  /// Inputs and targets by their usual letters; for the rest a slope is
  /// derived.
  private static func usualRole(of name: Name) -> Given.Role {
    switch name.stem {
    case "x": .input
    case "y": .target
    default: .parameter
    }
  }

  private static func shape(
    _ text: String
  ) throws(DeclarationFault) -> SymbolicShape {
    if text == "number" || text == "scalar" { return .scalar }
    let sides = sides(of: text).map { $0.trimmed }
    let axes = sides.compactMap(axis)
    guard sides.count == 2, axes.count == 2 else {
      throw DeclarationFault(
        "\(text) is no shape",
        notes: ["a shape is rows×columns, each a name or a whole number"],
        remedy: "help given")
    }
    return .matrix(rows: axes[0], columns: axes[1])
  }

  private static func sides(of text: String) -> [String] {
    for sign in ["×", "*", " by ", " x "] {
      if let place = text.place(of: sign) {
        return [
          String(text[..<place.lowerBound]), String(text[place.upperBound...]),
        ]
      }
    }
    // `kxn`: the first x that has something on both sides.
    guard let cross = text.dropFirst().dropLast().firstIndex(of: "x") else {
      return [text]
    }
    return [String(text[..<cross]), String(text[text.index(after: cross)...])]
  }

  private static func axis(_ text: String) -> Dimension? {
    if let count = Int(text) {
      guard count > 0, count <= 1024 else { return nil }
      return count == 1 ? .one : .fixed(count)
    }
    return text.isOneName ? .size(Name(text)) : nil
  }

  private static func assumption(
    _ text: String
  ) throws(DeclarationFault) -> Worksheet.Assumption {
    guard let assumption = Worksheet.Assumption(text) else {
      throw DeclarationFault(
        "\(text) cannot be assumed",
        notes: [
          "what can be: columns that add up to 1, colsum(y) = 1; one 1 in "
            + "each column, onehot(y); entries above 0, x > 0"
        ],
        remedy: "help given")
    }
    return assumption
  }
}

extension String {
  fileprivate func place(of part: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(part) }
      .map { $0..<index($0, offsetBy: part.count) }
  }
}
