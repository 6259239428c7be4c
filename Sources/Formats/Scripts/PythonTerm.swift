/// A formula in Python, and how tightly its outermost form binds.
struct PythonTerm {
  var text: String
  var binding: Binding
  /// Whether it is made of Python's own numbers, and so is no tensor.
  var isPlain = false
  /// Whether it is a whole number of Python's, as a subscript has to be.
  var isWhole = false

  /// The larger one binds first.
  enum Binding: Int, Comparable {
    case sum
    case product
    case sign
    case power
    case primary

    static func < (left: Binding, right: Binding) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  init(
    _ text: String, _ binding: Binding = .primary, isPlain: Bool = false,
    isWhole: Bool = false
  ) {
    self.text = text
    self.binding = binding
    self.isPlain = isPlain
    self.isWhole = isWhole
  }

  /// The text where something that binds so tightly is wanted.
  func text(atLeast least: Binding) -> String {
    binding < least ? "(\(text))" : text
  }

  /// The text of a whole number, as a subscript or a size.
  var whole: String { isWhole ? text : "int(\(text))" }

  /// One less, as a place counted from 0 is.
  var before: String {
    if let number = Int(text) { return String(number - 1) }
    return "\(whole) - 1"
  }
}
