import Matrices

/// What can be said of a wrong answer that its author did not foresee.
public enum Remark: Hashable, Sendable {
  /// The answer is a name or a form of the very thing that is asked.
  case namesWhatIsAsked(String)
  case otherSign
  case transposed(found: Shape, asked: Shape)
  case shape(found: Shape, asked: Shape)
  /// Its parts do not fit together.
  case meaningless(String)
  /// The number is right to one digit, and two are asked.
  case tooFewDigits
  case lastDigit
  case decimalPoint
  /// All numbers are a small factor or its inverse away.
  case factor(Int)
  /// The one number is a factor or its inverse away that tells what went
  /// wrong: 2, or how many columns the examples have.
  case tellTaleFactor(Int)
  /// Some entries agree.
  case entries(agreeing: Int, of: Int)
  /// A line of letters is asked, and these are numbers.
  case numbersForLine
  /// True at the numbers on the screen, and not in general.
  case onlyHere
  case notFinite
  case otherValue

  /// What is said, in at most two sentences.
  public var sentence: String {
    switch self {
    case .namesWhatIsAsked(let text):
      "\(text) is the very thing that is asked. What is it made of?"
    case .otherSign: "The right size, with the other sign."
    case .transposed(let found, _):
      found.rows == 1
        ? "The right numbers, lying down."
        : found.columns == 1
          ? "The right numbers, standing up."
          : "The right numbers, with rows and columns changed over."
    case .shape(let found, let asked):
      "You gave \(Remark.words(found)), and \(Remark.words(asked)) "
        + "\(asked.isScalar ? "is" : "are") asked."
    case .meaningless(let text): text
    case .tooFewDigits: "That is near. Two digits at least, please."
    case .lastDigit: "That is near: look at the last digit that you typed."
    case .decimalPoint: "The right digits. Where does the decimal point stand?"
    case .factor(let factor):
      "You are off by a factor of \(factor) throughout."
    case .tellTaleFactor(let factor): "You are off by a factor of \(factor)."
    case .entries(let agreeing, let count):
      "\(agreeing) of \(count) entries agree."
    case .numbersForLine:
      "Those are numbers. A line is asked, written in letters."
    case .onlyHere:
      "That comes out right at these numbers, but not at others."
    case .notFinite: "That is not a finite number."
    case .otherValue: "That comes to something else."
    }
  }

  private static func words(_ shape: Shape) -> String {
    shape.isScalar ? "one number" : "\(shape) numbers"
  }
}
