import Foundation
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite(.serialized) struct ReadmeTests {
  @Test func everyConversationIsReplayed() throws {
    let blocks = try Self.blocks(of: "README.md", language: "console")
    for console in blocks.flatMap({ ConsoleText.all(in: $0) })
    where console.isAboutBackstep {
      let replayed = try console.replayed()
      #expect(
        agree(console.lines, with: replayed.linesShown),
        "the README says:\n\(console.shown)\nbackstep says:\n\(replayed)")
    }
  }

  /// The fenced blocks of a document in a language.
  static func blocks(of name: String, language: String) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent(name)
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      return []
    }
    var blocks: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```\(language)" {
        isInside = true
        blocks.append("")
      } else if line == "```" {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1] += line + "\n"
      }
    }
    return blocks
  }
}

extension ConsoleText {
  /// Whether it begins with the program's name, or with a prompt of its.
  fileprivate var isAboutBackstep: Bool {
    command.first == "backstep" || (command.isEmpty && !exchanges.isEmpty)
  }

  fileprivate var lines: [String] { shown.linesShown }

  /// What the program shows if the same is typed.
  fileprivate func replayed() throws -> String {
    let home = try TemporaryFolder()
    let program = try Program.built(
      "backstep", arguments: arguments,
      environment: [
        "HOME": home.path, "XDG_STATE_HOME": home.path,
        "XDG_CONFIG_HOME": home.path,
      ],
      folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path)
    if exchanges.isEmpty {
      let outcome = try runProcess(program)
      return outcome.error + outcome.output
    }
    var typed = self
    let last = typed.exchanges.removeLast()
    typed.exchanges.append(last)
    if !["quit", "q"].contains(last.line) {
      typed.exchanges.append(Exchange(prompt: ">", line: "quit", reply: ""))
    }
    return try typed.typed(at: program, columns: 80)
  }

  /// Where the text begins with a prompt, it tells the lesson and the screen.
  private var arguments: [String] {
    guard command.isEmpty else { return Array(command.dropFirst()) }
    let words = exchanges.first?.prompt.split { " />".contains($0) } ?? []
    return words.count > 1 ? ["run", "\(words[0])#\(words[1])"] : []
  }
}

extension String {
  /// The lines without spaces at their ends, and none behind the last that
  /// is not empty.
  fileprivate var linesShown: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// Whether a document agrees with what was shown.
///
/// A line of dots alone stands
/// for any lines, and what follows the document's last line may be anything.
private func agree(_ written: [String], with shown: [String]) -> Bool {
  guard let first = written.first else { return true }
  let rest = Array(written.dropFirst())
  if ["...", "…", "⋮"].contains(first.trimmingCharacters(in: .whitespaces)) {
    return (0...shown.count).contains {
      agree(rest, with: Array(shown.dropFirst($0)))
    }
  }
  return shown.first == first && agree(rest, with: Array(shown.dropFirst()))
}
