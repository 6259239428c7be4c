import Algebra
import Presentation

/// What `check` was asked for.
struct CheckWish: Hashable {
  /// Whether the error is to be drawn against the step.
  var showsSteps = false
  /// Whether every entry is to be checked, however many there are.
  var isOfEveryEntry = false
  /// The quantity or the slope that is to be checked; all parameters where
  /// absent.
  var word: String?

  init(_ text: String) throws(CheckFault) {
    for part in text.split(separator: " ").map(String.init) {
      if part.hasPrefix("--") {
        switch part {
        case "--steps": showsSteps = true
        case "--all": isOfEveryEntry = true
        default: throw .unknownOption(part)
        }
      } else if word == nil {
        word = part
      } else {
        throw .severalNames
      }
    }
    if showsSteps, isOfEveryEntry { throw .twoOptions }
  }

  /// The quantities that are meant.
  func subjects(of referee: GradientReferee) throws(CheckFault) -> [Name] {
    guard let word else { return referee.parameters }
    let base = String(word[..<word.endOfName])
    let name = Name(CheckWish.bottom(of: base))
    let subject = referee.subjects.first {
      $0 == name || referee.slope(in: $0) == Name(base)
    }
    guard let subject else {
      throw .noSlope(
        base, parameters: referee.parameters, all: referee.subjects)
    }
    guard base == word else { throw .entry(word, of: subject) }
    return [subject]
  }

  /// The quantity in which `dC/dW1` is a slope.
  private static func bottom(of word: String) -> String {
    guard let slash = word.firstIndex(of: "/") else { return word }
    return String(word[word.index(after: slash)...].dropFirst())
  }
}

/// What keeps `check` from checking.
enum CheckFault: Error, Hashable {
  case unknownOption(String)
  case twoOptions
  case severalNames
  case noSlope(String, parameters: [Name], all: [Name])
  case entry(String, of: Name)

  var diagnostic: Diagnostic {
    switch self {
    case .unknownOption(let option):
      Diagnostic(
        "check has no option \(option)",
        notes: [
          "--all checks every entry",
          "--steps draws the error against the step",
        ],
        remedy: NearestName.nearest(to: option, among: ["--all", "--steps"])
          .map { "check \($0)" } ?? "check --all")
    case .twoOptions:
      Diagnostic(
        "--all makes a table of every entry, --steps a picture",
        remedy: "check --all")
    case .severalNames:
      Diagnostic(
        "check looks at one quantity, or at all parameters",
        remedy: "check")
    case .noSlope(let word, let parameters, let all):
      Diagnostic(
        "there is no slope in \(word) to be checked",
        notes: [
          "checked are " + parameters.map(\.text).joined(separator: ", ")
            + ", and by name whatever leads to the cost"
        ],
        remedy: NearestName.nearest(to: word, among: all.map(\.ascii))
          .map { "check \($0)" } ?? "check")
    case .entry(let word, let subject):
      Diagnostic(
        "\(word) is a part; a quantity is checked entry by entry",
        remedy: "check \(subject.ascii)")
    }
  }
}
