import Formats
import Foundation
import TestSupport
import Testing

@testable import Teaching
@testable import backstep

/// Worksheets written down for another tool, from lessons, from files and
/// from a session.
@Suite(.serialized) struct ScriptExportTests {
  let home: Home

  init() throws { home = try Home() }

  /// Every worksheet of the course, by its first screen.
  private static var worksheets: [String] {
    get throws {
      var seen: Set<String> = []
      var words: [String] = []
      for id in Course.own.library.ids {
        for screen in try Course.own.lesson(id).screens {
          guard let origin = screen.bench?.origin, seen.insert(origin).inserted
          else { continue }
          words.append("\(id)#\(screen.id)")
        }
      }
      return words
    }
  }

  private func run(_ scripts: [String]) throws -> [Python.Outcome]? {
    let outcomes = try Python.run(scripts, modules: [Python.torchStandIn])
    if outcomes == nil { print(Python.absence) }
    return outcomes
  }

  @Test(arguments: PythonLibrary.allCases)
  func everyWorksheetOfTheCourseIsAgreedWith(_ library: PythonLibrary) throws {
    let words = try Self.worksheets + Course.own.library.ids
    #expect(words.count > 6)
    let scripts = try words.map {
      try ExportScript(source: $0, library: library).text
    }
    for (word, script) in zip(words, scripts) {
      let longest = script.split(separator: "\n").map(\.count).max() ?? 0
      #expect(longest <= 79, "\(word): \(longest) columns")
    }
    guard let outcomes = try run(scripts) else { return }
    for (word, outcome) in zip(words, outcomes) {
      #expect(outcome.code == 0, "\(word)\n\(outcome.output)")
      #expect(outcome.output.hasSuffix("All of it agrees with Backstep.\n"))
    }
  }

  /// A lesson without a screen is its first worksheet.
  @Test func aLessonIsItsFirstWorksheet() throws {
    let whole = try ExportScript(source: "hidden-layer", library: .numpy).text
    let first = try #require(
      Course.own.lesson("hidden-layer").screens.first { $0.bench != nil }?.id)
    let screen = try ExportScript(
      source: "hidden-layer#\(first)", library: .numpy
    ).text
    #expect(
      whole.split(separator: "\n").dropFirst(4)
        == screen.split(separator: "\n").dropFirst(4))
  }

  @Test func aNetworkFileIsExported() throws {
    let path = try home.write(Self.network, to: "net.json")
    let file = home.folder.path + "/check.py"
    try ExportScript(source: path, library: .numpy).run(into: file)
    let text = try #require(home.read(file))
    #expect(text.contains("W1 = np.array([[0.5, -0.25]])"))
    guard let outcome = try run([text])?.first else { return }
    #expect(outcome.code == 0, "\(outcome.output)")
  }

  private static let network = """
    { "format": 1, "layers": [2, 1], "activations": ["sigmoid"],
      "cost": { "name": "binary-cross-entropy", "reduction": "mean" },
      "W": [[[0.5, -0.25]]], "b": [[0.1]],
      "x": [[1, 800], [3, -800]], "y": [[0, 0]] }
    """

  @Test(arguments: [
    ("hiden-layer", "hidden-layer"), ("hidden-layer#nowhere", "no screen"),
    ("missing.json", "does not exist"), ("missing/lesson.md", "missing"),
  ])
  func aWordThatNamesNothingIsRefused(_ word: String, _ said: String) {
    #expect {
      try ExportScript(source: word, library: .pytorch).run()
    } throws: { error in
      let diagnostics = (error as? Refusal)?.diagnostics ?? []
      return diagnostics.contains {
        "\($0.headline) \($0.remedy ?? "")".contains(said)
      }
    }
  }

  @Test func aFolderThatIsNotThereIsSaid() throws {
    #expect(throws: Refusal.self) {
      try ExportScript(source: "one-weight", library: .numpy)
        .run(into: home.folder.path + "/no/such/check.py")
    }
  }

  // MARK: - In a session

  private func session(_ lines: [String]) throws -> ProcessOutcome {
    try runProcess(
      home.backstep(["run", "last-layer"]),
      input: lines.joined(separator: "\n") + "\n", within: 60)
  }

  private func script(_ name: String) -> String? {
    home.read(home.folder.path + "/" + name)
  }

  @Test func theNumbersOfNowAreExported() throws {
    let outcome = try session([
      "set W2[1,2] = -1.125", "export now.py", "export now.torch.py",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.output.contains("python3 now.py checks it with NumPy"))
    let numpy = try #require(script("now.py"))
    let torch = try #require(script("now.torch.py"))
    for text in [numpy, torch] { #expect(text.contains("-1.125")) }
    #expect(torch.contains(".backward()"))
    guard let outcomes = try run([numpy, torch]) else { return }
    for outcome in outcomes { #expect(outcome.code == 0, "\(outcome.output)") }
  }

  /// Whatever book the session is seen through, a file is in our notation.
  @Test func aScriptIsInTheNotationOfTheDisk() throws {
    let outcome = try session([
      "set W2[1,2] = -1.125", "lens numpy", "export rows.py", "lens backstep",
      "export own.py",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.error)")
    #expect(script("rows.py") == script("own.py"))
    #expect(script("own.py")?.contains("W2 @ a1") == true)
  }

  @Test func ourScriptIsWrittenAnewAndAnyOtherKept() throws {
    try home.write("print(1)\n", to: "mine.py")
    let outcome = try session(["export new.py", "export new.py"])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    let refused = try session(["export mine.py"])
    #expect(refused.exitCode == 1)
    #expect((refused.output + refused.error).contains("holds something else"))
    #expect(script("mine.py") == "print(1)\n")
  }

  @Test func whatIsNoScriptsNameIsRefused() {
    var session = Session(library: Course.own.library, opening: "one-weight")
    _ = session.reply(to: "")
    let reply = session.reply(to: "export a.txt")
    #expect(reply.failed)
    #expect(reply.text.plain.contains("try: export a.html"))
    #expect(session.reply(to: "export").failed)
    #expect(session.reply(to: "export .py").failed)
    #expect(
      session.reply(to: "export a.torch.py").effects
        == [.export(file: "a.torch.py", library: "pytorch")])
  }

  /// The session names the libraries without knowing them.
  @Test func theSessionsKindsAreTheLibraries() {
    #expect(
      Set(ExportKind.allCases.filter(\.isScript).map(\.name))
        == Set(PythonLibrary.allCases.map(\.rawValue)))
  }

  @Test func aBenchOfOnesOwnIsExported() throws {
    let outcome = try session([
      "new", "given W: 2×3, x: 3×1, λ: 1×1", "W = [1 2 3; 4 5 6]",
      "x = [1; 0.5; -1]", "z = W @ x", "C = ½ sum(z.^2)  cost",
      "export own.py",
    ])
    guard let text = script("own.py") else {
      Issue.record("\(outcome.output)")
      return
    }
    guard let run = try run([text])?.first else { return }
    #expect(run.code == 0, "\(run.output)")
  }
}
