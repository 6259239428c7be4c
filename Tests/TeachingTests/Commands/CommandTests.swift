import Presentation
import Testing

@testable import Teaching

struct CommandTests {
  /// A place where every command has something to do.
  static func ready(for command: Command) -> Session {
    var session = SmallLessons.session()
    session.type("")
    switch command.name {
    case "hint", "skip": session.type("next 9")
    case "undo", "reset": session.type("set w1 = 2.5")
    case "save":
      session = Session(library: CourseLibrary.lessons, opening: "last-layer")
    case "predict": session.type("network 2 -> 3 tanh -> 1 sigmoid on xor")
    case "redo": session.type("set w1 = 2.5", "undo")
    default: break
    }
    return session
  }

  @Test(arguments: Command.all.map(\.name))
  func everyExampleRuns(_ name: String) throws {
    let command = try #require(Command.named(name))
    var session = Self.ready(for: command)
    let reply = session.type(command.example.line)
    #expect(!reply.failed, "\(reply.text.plain)")
    #expect(command.example.line.hasPrefix(name))
  }

  /// Every reply stands one column from the edge.
  @Test(
    arguments: Command.all.map(\.name) + ["paths dw1", "plot C for w1 in 0..2"])
  func everyReplyIsIndented(_ name: String) throws {
    var session = SmallLessons.session()
    var line = name
    if let command = Command.named(name) {
      session = Self.ready(for: command)
      line = command.example.line
    }
    let text = session.type(line).text.plain
    for line in text.split(separator: "\n") {
      #expect(line.hasPrefix(" "), "\(text)")
    }
  }

  @Test func everyWordNamesOneCommand() {
    let words = Command.vocabulary
    #expect(Set(words).count == words.count)
  }

  @Test(arguments: Command.all.map(\.name))
  func everyCommandHasHelp(_ name: String) {
    var session = SmallLessons.session()
    let text = session.type("help \(name)").text.plain
    #expect(text.contains("for example"))
  }

  @Test(arguments: Command.Group.allCases)
  func everyGroupIsListed(_ group: Command.Group) {
    var session = SmallLessons.session()
    let text = session.type("help \(group.rawValue)").text.plain
    for command in Command.all where command.group == group {
      #expect(text.contains(command.name))
    }
  }

  @Test func aCommandClaimsALineOnlyWithItsOwnArguments() {
    var session = SmallLessons.session()
    session.type("let k = 3", "", "next 2")
    let place = session.place
    #expect(session.type("b - 1").failed)
    #expect(session.place == place)
    #expect(!session.type("b").failed)
    #expect(session.place != place)
  }

  @Test func aQuantityComesBeforeAPrefix() {
    var session = SmallLessons.session()
    #expect(session.type("x").text.plain.contains("x = 3"))
    #expect(session.type("whe").text.plain.contains("screen 1"))
  }

  @Test func anUnknownWordGetsTheNearest() {
    var session = SmallLessons.session()
    #expect(session.type("nxet").text.plain.contains("try: next"))
    #expect(session.type("pritn C").text.plain.contains("try: print C"))
    #expect(session.type("open straigth").text.plain.contains("open straight"))
  }

  @Test func anEquationAloneIsToldHow() {
    var session = SmallLessons.session()
    #expect(session.type("w1 = 3").text.plain.contains("try: set w1 = 3"))
    #expect(session.type("t = 3").text.plain.contains("try: let t = 3"))
  }

  @Test func anOpenBracketIsUnfinished() {
    #expect(Session.isUnfinished("set W1 = [1 2"))
    #expect(Session.isUnfinished("print sin("))
    #expect(!Session.isUnfinished("set W1 = [1 2]"))
    #expect(!Session.isUnfinished("print 3)"))
    #expect(!Session.isUnfinished(""))
  }

  @Test func quittingIsTheWorldsBusiness() {
    var session = SmallLessons.session()
    for word in ["quit", "q", "exit", "bye"] {
      #expect(session.type(word).effects == [.quit])
    }
  }

  @Test func displaysAreShownWhenTheyChange() {
    var session = SmallLessons.session()
    session.type("display 2*C")
    #expect(session.type("set w1 = 1").text.plain.contains("2C = 16"))
    #expect(!session.type("").text.plain.contains("2C"))
    session.type("undisplay")
    #expect(!session.type("undo").text.plain.contains("2C"))
  }

  @Test func historyListsWhatWasTyped() {
    var session = SmallLessons.session()
    session.type("C", "w1")
    #expect(session.type("history 1").text.plain == " w1")
  }
}
