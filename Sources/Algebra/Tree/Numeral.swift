/// A number as it was written: a decimal, never negative.
///
/// Two spellings of one value are the same numeral, so that `½`, `0.5` and
/// `5e-1` compare equal while each is printed as its author wrote it.
public struct Numeral: Sendable {
  /// The decimal spelling in ASCII, or one of the fractions `½ ¼ ¾`.
  public let text: String
  public let value: Double

  /// Reads a decimal such as `3`, `0.05`, `.5`, `2.` or `1e-3`.
  ///
  /// Nothing comes of a spelling that is no finite decimal.
  ///
  /// - Parameter text: The spelling.
  public init?(_ text: String) {
    if let fraction = Numeral.fractions[text] {
      self.init(text: text, value: fraction)
      return
    }
    guard
      text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }),
      text.utf8.allSatisfy({ Numeral.alphabet.contains($0) }),
      let value = Double(text.hasSuffix(".") ? text + "0" : text),
      value.isFinite
    else { return nil }
    let spelling = text.hasSuffix(".") ? String(text.dropLast()) : text
    self.init(text: spelling, value: value)
  }

  public init(_ value: Int) {
    self.init(text: String(value.magnitude), value: Double(value.magnitude))
  }

  private init(text: String, value: Double) {
    self.text = text
    self.value = value
  }

  /// The spelling without characters beyond ASCII.
  public var ascii: String {
    Numeral.fractions[text].map { "\($0)" } ?? text
  }

  static let fractions = ["½": 0.5, "¼": 0.25, "¾": 0.75]

  private static let alphabet = Set("0123456789.eE+-".utf8)
}

extension Numeral: Hashable {
  public static func == (left: Numeral, right: Numeral) -> Bool {
    left.value == right.value
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
