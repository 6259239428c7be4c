import Matrices

extension Worksheet {
  /// The worksheet when other things are taken for granted, its slopes
  /// derived anew.
  public func assuming(_ assumptions: Set<Assumption>) -> Worksheet {
    guard assumptions != self.assumptions else { return self }
    var worksheet = self
    worksheet.assumptions = assumptions
    guard equations.contains(where: { $0.role == .backward }) else {
      return worksheet
    }
    return (try? worksheet.withBackwardPass()) ?? worksheet
  }

  /// Whether every column of a quantity is taken to add up to 1.
  func assumesColumnsSumToOne(of name: Name) -> Bool {
    assumptions.contains { $0.name == name && $0.impliesColumnsSumToOne }
  }

  /// A constraint on a given quantity that a rule needs.
  public enum Assumption: Hashable, Sendable {
    /// Every column of the quantity adds up to 1, or every row where an
    /// example is a row.
    case columnsSumToOne(Name)
    /// Every such column or row holds a single 1, and is 0 elsewhere.
    case oneHotColumns(Name)
    /// Every entry of the quantity is above 0.
    case positive(Name)

    /// Whether the columns of the quantity add up to 1, too.
    var impliesColumnsSumToOne: Bool {
      if case .positive = self { false } else { true }
    }

    /// The quantity that is constrained.
    public var name: Name {
      switch self {
      case .columnsSumToOne(let name), .oneHotColumns(let name),
        .positive(let name):
        name
      }
    }

    /// Whether numbers keep it.
    ///
    /// - Parameters:
    ///   - value: What the quantity is.
    ///   - notation: Which of its axes examples lie along.
    /// - Returns: Whether they do, but for rounding.
    public func holds(
      for value: Matrix<Double>, in notation: Notation = .backstep
    ) -> Bool {
      let value = notation.examples == .rows ? value.transposed : value
      return switch self {
      case .columnsSumToOne: value.columnsSumToOne
      case .oneHotColumns:
        value.columnsSumToOne && value.storage.allSatisfy { $0 == 0 || $0 == 1 }
      case .positive: value.storage.allSatisfy { $0 > 0 }
      }
    }

    /// As it is declared: `colsum(y) = 1`.
    public var text: String { text(in: .backstep) }

    /// As it is declared in a notation: `rowsum(Y) = 1` where an example is a
    /// row.
    public func text(in notation: Notation) -> String {
      switch self {
      case .columnsSumToOne(let name):
        "\(Self.sum(in: notation))(\(name.text)) = 1"
      case .oneHotColumns(let name): "onehot(\(name.text))"
      case .positive(let name): "\(name.text) > 0"
      }
    }

    /// The sum over the units of one example; both words have six letters.
    private static func sum(in notation: Notation) -> String {
      notation.examples == .columns ? "colsum" : "rowsum"
    }

    /// Reads what an author or a learner declares.
    ///
    /// Nothing comes of a text that declares nothing known here.
    ///
    /// - Parameters:
    ///   - text: As ``text(in:)`` gives it, with spaces or without.
    ///   - notation: The notation that it is in.
    public init?(_ text: String, in notation: Notation = .backstep) {
      let bare = text.filter { $0 != " " }
      let name = { (start: Int, end: Int) in
        Name(String(bare.dropFirst(start).dropLast(end)))
      }
      if bare.hasPrefix(Self.sum(in: notation) + "("),
        bare.hasSuffix(")=1")
      {
        self = .columnsSumToOne(name(7, 3))
      } else if bare.hasPrefix("onehot("), bare.hasSuffix(")") {
        self = .oneHotColumns(name(7, 1))
      } else if bare.hasSuffix(">0"), bare.count > 2 {
        self = .positive(name(0, 2))
      } else {
        return nil
      }
      let letters = self.name.text
      guard letters.first?.isLetter == true,
        letters.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { return nil }
    }
  }
}
