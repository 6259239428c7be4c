extension Law {
  /// A law that was read: two formulas, and what their letters stand for.
  public struct Reading: Sendable {
    public let left: Expression
    public var right: Expression
    public let letters: [FreeLetter]
    /// What must hold besides, as formulas; `colsum(y) = 1` is read as `==`.
    public let conditions: [Expression]
    /// The sizes, the smooth functions and the assumptions of the law; it
    /// has no equations.
    public let worksheet: Worksheet

    /// What the names of the law mean.
    public var scope: Scope {
      var scope = worksheet.scope
      for letter in letters { scope.shapes[letter.name] = letter.shape }
      return scope
    }
  }

  /// Why a law cannot be read.
  public enum Fault: Error, Hashable, Sendable {
    /// There is no ` = ` in it.
    case noEquality(String)
    /// A letter whose declaration says nothing.
    case letter(String)
    case formula(String, ReadingFault)
  }

  /// Reads the law.
  ///
  /// - Returns: Both sides, read.
  /// - Throws: ``Fault`` with the text to blame.
  public func read() throws(Fault) -> Reading {
    try reading(of: text)
  }

  /// Reads another equality in the letters of this law.
  ///
  /// - Parameter text: Both sides with ` = ` between them.
  /// - Returns: Both sides, read.
  /// - Throws: ``Fault`` with the text to blame.
  public func reading(of text: String) throws(Fault) -> Reading {
    var draft = try LawLetters(letters)
    for condition in conditions { try draft.require(condition) }
    guard let (left, right) = text.sides else { throw .noEquality(text) }
    return Reading(
      left: try draft.expression(left), right: try draft.expression(right),
      letters: draft.letters, conditions: draft.conditions,
      worksheet: draft.worksheet)
  }
}

extension Law.Reading {
  /// The quantities whose small changes the law speaks of, as `d(X)`.
  ///
  /// The law is linear in them, so it holds if it holds for each alone.
  public var moving: [Name] {
    var seen = Set<Name>()
    return (left.parts + right.parts).compactMap { _, part in
      guard case .differential(.name(let name)) = part,
        seen.insert(name).inserted
      else { return nil }
      return name
    }
  }

  /// What the verifier says of it: of several quantities that move, what it
  /// says of the first with which the law does not hold.
  public var verdict: Verdict {
    let verdicts = moving.map { name in
      worksheet.verify(left, equals: right, letters: letters, moving: name)
    }
    return verdicts.first { !$0.holds } ?? verdicts.first
      ?? worksheet.verify(left, equals: right, letters: letters)
  }
}

/// The declarations of a law, one after the other.
private struct LawLetters {
  private(set) var letters: [FreeLetter] = []
  private(set) var conditions: [Expression] = []
  private(set) var worksheet = Worksheet()

  init(_ text: String) throws(Law.Fault) {
    for part in text.topLevelParts { try declare(part) }
  }

  /// Declares `A: p×n`, `u(x)` or `x`.
  private mutating func declare(_ text: String) throws(Law.Fault) {
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let name = Name(String(text[..<open]))
      worksheet.functions[name] = Function.opaque(name)
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(\.bare)
    guard let word = parts.first, word.first?.isLetter ?? false else {
      throw .letter(text)
    }
    guard parts.count == 2 else {
      letters.append(FreeLetter(Name(word)))
      return
    }
    let axes = parts[1].split(separator: "×").map(\.bare)
    guard axes.count == 2 else { throw .letter(text) }
    let shape = SymbolicShape.matrix(
      rows: dimension(axes[0]), columns: dimension(axes[1]))
    letters.append(FreeLetter(Name(word), shape))
  }

  private mutating func dimension(_ text: String) -> Dimension {
    if let count = Int(text) { return count == 1 ? .one : .fixed(count) }
    let name = Name(text)
    worksheet.sizes[name] = .size(name)
    return .size(name)
  }

  /// Notes what must hold, and draws the letters so that it does.
  mutating func require(_ text: String) throws(Law.Fault) {
    if let (left, right) = text.sides {
      let sides = (try expression(left), try expression(right))
      conditions.append(sides.0.equals(sides.1))
      if case .call("colsum", 0, let arguments) = sides.0, sides.1 == 1,
        case .name(let name)? = arguments.first
      {
        worksheet.assumptions.insert(.columnsSumToOne(name))
      }
      return
    }
    let condition = try expression(text)
    conditions.append(condition)
    guard case .binary(let sign, .name(let name), 0) = condition,
      let domain = LawLetters.domains[sign],
      let place = letters.firstIndex(where: { $0.name == name })
    else { return }
    letters[place] = FreeLetter(name, letters[place].shape, domain: domain)
  }

  private static let domains: [BinaryOperator: Elementwise.Domain] = [
    .greater: .positive, .greaterOrEqual: .notNegative, .less: .negative,
    .notEqual: .notZero,
  ]

  func expression(_ text: String) throws(Law.Fault) -> Expression {
    var scope = worksheet.scope
    for letter in letters { scope.shapes[letter.name] = letter.shape }
    do { return try Expression(text, in: scope) } catch {
      throw .formula(text, error)
    }
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  fileprivate var bare: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// What stands between the commas that no bracket holds.
  fileprivate var topLevelParts: [String] {
    var parts = [""]
    var depth = 0
    for character in self {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.bare).filter { !$0.isEmpty }
  }
}

extension String {
  /// What stands on both sides of the first ` = `.
  fileprivate var sides: (String, String)? {
    for place in indices where self[place...].hasPrefix(" = ") {
      return (
        self[..<place].bare, self[index(place, offsetBy: 3)...].bare
      )
    }
    return nil
  }
}
