import Testing

@testable import Teaching

/// Files that were written to hang the reader or to bring it down.
///
/// Each is long enough that time which grows with the square of the text
/// would run into the limit.
@Suite(.timeLimit(.minutes(2))) struct HostileLessonTests {
  static let size = 65_536

  @Test(arguments: [
    "`", "*", "*a ", "*a", "`a` ", "[", "\\", "0", "0.1 ", "1e", "&a", "&",
    "#", "- ", "\n", "\r", "\0", "\u{1B}[31m", "a\u{301}", "a ", "|", "{",
    "```\n", "```show\n", "```show\nC\n```\n\n", "## A {#a}\n\n", "a\n\n",
    "*a*b`",
  ])
  func proseIsReadInOnePass(pattern: String) {
    _ = faults(of: lesson(repeated(pattern)))
    _ = faults(of: repeated(pattern))
  }

  @Test(arguments: [
    "*a* and ", "Gives ", "About ", ". About 1 ", "nothing", ".",
  ])
  func openingIsReadInOnePass(pattern: String) {
    let needs = "# Title\n\nNeeds " + repeated(pattern)
    #expect(faults(of: needs) != nil)
    let gives = "# Title\n\nNeeds nothing. Gives " + repeated(pattern)
    _ = faults(of: gives)
  }

  @Test(arguments: FenceKind.all.map(\.name))
  func fencesAreReadInOnePass(kind: String) {
    let patterns = [
      "(", "[\n", "a = b\n", "= a  by ", "x ~ zeros\n", "given a: ", "=", ",",
      "a  b\n", "at z\n", "hint: a\n", "choice: a\n  b\n", "answer: [\n  1\n",
      " for ", "..", "→", "note: a\n  a\n", "layers ", "a:b\n", "with ", "<-",
    ]
    for pattern in patterns {
      _ = faults(of: lesson("```\(kind)\nWhat?\n\(repeated(pattern))\n```"))
    }
  }

  @Test func manyKeysAreReadInOnePass() {
    let half = Self.size / 20
    let keys =
      String(repeating: "hint: a\n", count: half)
      + String(repeating: "right: b\n", count: half)
    #expect(faults(of: lesson("```ask\nWhat?\n\(keys)```")) != nil)
  }

  @Test func theLargestLessonIsRead() {
    let body = String(
      repeating: "Some words about `a1`.\n\n",
      count: (LessonLimits.bytes - 200) / 24)
    #expect(faults(of: lesson(body)) == nil)
  }

  @Test func aFileBeyondTheLimitIsOneFault() throws {
    let text = String(repeating: "[(`*\0\r", count: 10_000_000 / 6)
    let found = try #require(faults(of: text))
    #expect(found.all.count == 1)
    #expect(found.all[0].message.contains("1048576"))
  }

  @Test(arguments: ["set\nx = ", "show\n", "worksheet\nx = ", "network\nx = "])
  func bracketsAreLimited(fence: String) throws {
    let deep = String(repeating: "(", count: 100_000)
    let found = try #require(faults(of: lesson("```\(fence)\(deep)\n```")))
    #expect(found.all.contains { $0.message.hasPrefix("more than 256") })
  }

  @Test(arguments: ["set", "worksheet", "network"])
  func bracketsOverLinesAreLimited(fence: String) throws {
    let deep = String(repeating: "[\n", count: 100_000)
    let text = lesson("```\(fence)\nx = \(deep)```")
    let found = try #require(faults(of: text))
    #expect(found.all.contains { $0.message.hasPrefix("more than 256") })
  }

  @Test func bracketsUpToTheLimitAreRead() {
    let most = LessonLimits.nesting
    func nested(_ depth: Int) -> String {
      lesson(
        "`" + String(repeating: "(", count: depth) + "x"
          + String(repeating: ")", count: depth) + "`")
    }
    #expect(faults(of: nested(most)) == nil)
    #expect(faults(of: nested(most + 1)) != nil)
  }

  @Test func faultsAreListedUpToTheLimit() throws {
    let found = try #require(
      faults(of: lesson(String(repeating: "0.1 ", count: 100_000))))
    #expect(found.all.count == LessonLimits.faults)
    #expect(found.unlisted == 100_001 - LessonLimits.faults)
  }

  @Test func messagesStayShort() throws {
    let word = String(repeating: "a", count: 100_000)
    for text in [
      lesson("```\(word)\nx\n```"), lesson("## \(word)"),
      lesson("```network\n\(word)\n```"), lesson("```ask\n\(word):\n```"),
      "# T\n\nNeeds \(word).",
    ] {
      for fault in try #require(faults(of: text)).all {
        #expect(fault.message.count < 200)
      }
    }
  }

  private func repeated(_ pattern: String) -> String {
    String(repeating: pattern, count: Self.size / pattern.utf8.count)
  }
}
