import Algebra
import Foundation
import Matrices
import Networks
import Presentation
import Testing

@testable import Teaching

/// What a session does in a book's notation.
@Suite struct LensSessionTests {
  static let books = Lens.all.filter { !$0.isOwn }

  private func session() throws -> Session {
    let lesson = try CourseLibrary.lessons.lesson("hidden-layer")
    var session = Session(
      library: LessonLibrary([lesson]), page: Page(width: 80))
    session.run("network 2 -> 3 tanh -> 1 sigmoid on xor")
    return session
  }

  @Test func everyLensIsListedWithTheSameLine() throws {
    var session = try session()
    let text = session.run("lens").text.plain
    for lens in Lens.all {
      #expect(text.contains(" \(lens.name) "), "\(lens.name)")
    }
    #expect(text.contains("dW^[1] = (1/m) dZ^[1]·A^[0]ᵀ"))
    #expect(text.contains("grad_W1 = Xᵀ·grad_Z1"))
    #expect(text.contains("D⁽¹⁾ = (1/m) δ⁽²⁾·a⁽¹⁾ᵀ"))
  }

  @Test func anUnknownLensGetsTheNearest() throws {
    var session = try session()
    let reply = session.run("lens nilsen")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("try: lens nielsen"))
  }

  /// Whatever is altered in one notation is altered in all.
  @Test(arguments: books)
  func switchingLosesNothing(_ lens: Lens) throws {
    var session = try session()
    session.run("set W1[2,1] = 0.25")
    session.run("set b1[2] = -0.5")
    let own = try #require(session.written?.now.values)
    session.run("lens \(lens.name)")
    #expect(session.written?.now.values == own)
    let label = session.sight.shown(.entry("W1", [.at(2), .at(1)]))
    #expect(try session.live?.value(of: label).storage == [0.25])
    let bias = session.sight.shown(.entry("b1", [.at(2)])).text(.ascii)
    session.run("set \(bias) = 1.5")
    session.run("lens backstep")
    #expect(session.live?.value(of: "b1")?.storage[1] == 1.5)
    session.run("undo")
    #expect(session.written?.now.values == own)
  }

  /// What is trained is the worksheet on disk, bit for bit, whatever the
  /// notation.
  @Test(arguments: books)
  func trainingIsTheSame(_ lens: Lens) throws {
    var plain = try session()
    plain.run("train 20 rate 0.5")
    var seen = try session()
    seen.run("lens \(lens.name)")
    #expect(!seen.run("train 20 rate 0.5").failed)
    #expect(seen.written?.now.values == plain.written?.now.values)
  }

  /// A name of the file is answered with the book's.
  @Test(arguments: books)
  func aForeignNameSaysWhatItIs(_ lens: Lens) throws {
    var session = try session()
    session.run("lens \(lens.name)")
    for name in ["W1", "dW1", "delta1"] {
      let own = Name(name)
      let shown = session.sight.shown(own)
      guard shown != own, !session.scope.isKnown(own) else { continue }
      let reply = session.run(name)
      #expect(reply.failed)
      #expect(
        reply.text.plain.contains("is \(shown.text) in this lens"),
        "\(reply.text.plain)")
    }
  }

  @Test func biasesAreColumnZero() throws {
    var session = try session()
    session.run("lens theta")
    session.run("set Theta1[2,0] = 0.75")
    #expect(session.written?.now.values["b1"]?.storage == [0, 0.75, 0])
    #expect(
      session.run("Theta1[2,3]").text.plain.contains("places go from 0 to 2"))
    #expect(
      session.run("Theta1[0,1]").text.plain.contains("places go from 1 to 3"))
  }

  /// The compiled cost joins rows as the evaluator does.
  @Test func everyEntryIsCheckedInRows() throws {
    var session = try session()
    session.run("network 2 -> 8 tanh -> 1 sigmoid on circles")
    session.run("lens numpy")
    let reply = session.run("check --all")
    #expect(!reply.failed, "\(reply.text.plain)")
    #expect(!reply.text.plain.contains("cannot"), "\(reply.text.plain)")
    #expect(reply.text.plain.contains("for 33 entries"), "\(reply.text.plain)")
  }

  @Test func aLessonOnANotationKeepsIt() throws {
    let text = """
      # Own

      Needs nothing. Gives rows. Keeps its notation. About 5 minutes.

      ```worksheet
      x  = [1 2; 3 4; 5 6]   input
      W1 = [1; -1]   parameter
      z1 = x @ W1
      C  = sum(z1.^2)   cost
      ```

      Each row of `x` is an example.

      What follows is not shown.

      """
    let lesson = try SmallLessons.lesson("own", text)
    #expect(lesson.keepsNotation)
    #expect(lesson.minutes == 5)
    var session = Session(
      library: LessonLibrary([lesson]), page: Page(width: 80), opening: "own")
    session.type("next 9")
    let own = session.run("again").text.plain
    let reply = session.run("lens numpy").text.plain
    #expect(reply.contains("keeps its own notation; lens numpy holds"))
    let seen = session.run("again").text.plain
    #expect(seen.contains("z₁ = x·W₁"))
    #expect(seen.contains("Each row of x is an example."))
    let below = own.components(separatedBy: "\n").dropFirst()
    #expect(seen.hasSuffix(below.joined(separator: "\n")))
    #expect(!session.run("set W1[1,1] = 2").failed)
    session.run("network 2 -> 3 tanh -> 1 sigmoid on xor")
    #expect(session.run("print grad_W1").failed == false)
  }

  @Test func slipsAreFoundInRows() throws {
    var session = try session()
    session.run("lens numpy")
    let turned = session.run("try grad_W1 = grad_Z1' @ X").text.plain
    #expect(turned.contains("rows and columns changed over"))
    let curve = session.run("try grad_Z1 = grad_Z2 @ W2' .* g1'(A1)").text.plain
    #expect(curve.contains("You took the slope at A1"))
    #expect(!session.run("try grad_W1 = X' @ grad_Z1").failed)
  }

  @Test func anotherMeaningIsAnnouncedWithItsFactor() throws {
    var session = try session()
    let text = session.run("lens ng").text.plain
    #expect(text.contains("dZ^[2], dA^[1] and dZ^[1] are m times"))
    #expect(text.contains("δ₂, da₁ and"))
  }

  @Test func twoLensesAreCompared() throws {
    var session = try session()
    let text = session.run("compare ng numpy dW1").text.plain
    #expect(text.contains("(1/m) dZ^[1]·A^[0]ᵀ"))
    #expect(text.contains("Xᵀ·grad_Z1"))
    #expect(text.contains("names, order, factor"))
    let same = session.run("compare ng ng dW1").text.plain
    #expect(!same.contains("factor"))
  }

  /// Brackets around the number of a layer are no places.
  @Test(arguments: [
    "info W^[1]", "info W^[1][2,1]", "check dW^[1]", "derive J wrt W^[1]",
    "shape W^[1]", "until dW^[1]", "info b^(1)",
  ])
  func raisedNamesAreNames(_ line: String) throws {
    var session = try session()
    session.run("lens ng")
    let text = session.run(line).text.plain
    #expect(!text.contains("^ "), "\(text)")
    #expect(!text.contains("nothing here is called"), "\(text)")
    #expect(!text.contains("is none"), "\(text)")
    #expect(!text.contains("at [1]["), "\(text)")
  }

  /// What a lesson has still to show is not given away by another notation.
  @Test func comparingGivesNothingAway() throws {
    let lesson = try CourseLibrary.lessons.lesson("hidden-layer")
    var session = Session(library: LessonLibrary([lesson]))
    session.run("next")
    #expect(!session.run("compare ng numpy").text.plain.contains("grad_W1"))
    let reply = session.run("compare ng numpy dW1")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("comes on screen"))
  }

  /// A derivation that was begun in one notation goes on in the next.
  @Test func aDerivationGoesOnInAnotherNotation() throws {
    var session = try session()
    #expect(!session.run("try dW1 = δ1 @ x'").failed)
    session.run("lens numpy")
    let reply = session.run("= (grad_Z1' @ X)'")
    #expect(!reply.failed, "\(reply.text.plain)")
    #expect(reply.text.plain.contains("grad_W1 = Xᵀ·grad_Z1"))
  }

  /// What the learner has named means the same in every notation.
  @Test(arguments: books)
  func ownNamesKeepTheirMeaning(_ lens: Lens) throws {
    var session = try session()
    session.run("let s = sum(dW2 .* W2)")
    let value = session.live?.value(of: "s")
    session.run("lens \(lens.name)")
    #expect(session.live?.value(of: "s") == value)
    #expect(!session.run("try s = s").text.plain.isEmpty)
  }

  @Test func theLensIsKept() throws {
    var session = try session()
    session.run("lens nielsen")
    let record = try ProgressRecord(reading: session.progress.text)
    #expect(record.lens == "nielsen")
    let again = Session(library: session.library, progress: record)
    #expect(again.lens.name == "nielsen")
  }

  /// Nothing of the record but the lens hangs on the notation.
  @Test(arguments: books)
  func theRecordStaysTheProgramsOwn(_ lens: Lens) throws {
    let lesson = try CourseLibrary.lessons.lesson("hidden-layer")
    func record(in lens: Lens) -> ProgressRecord {
      var session = Session(library: LessonLibrary([lesson]))
      session.look(through: lens)
      session.run("next 2")
      let entry = session.sight.shown(.entry("W1", [.at(1), .at(2)]))
      session.run("set \(entry.text(.ascii)) = 3")
      var record = session.progress
      record.lens = nil
      return record
    }
    #expect(record(in: lens).text == record(in: .backstep).text)
  }
}

extension Session {
  @discardableResult
  fileprivate mutating func run(_ line: String) -> Reply { reply(to: line) }
}
