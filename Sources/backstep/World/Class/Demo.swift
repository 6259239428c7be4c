import Teaching

/// Lines that were prepared for a class, each offered at the prompt in turn.
struct Demo {
  /// The file that they come from.
  let file: String
  private let lines: [Line]
  /// How many of them were run.
  var place = 0

  /// A command, which an open bracket continues on the lines below.
  struct Line {
    /// Where it begins in the file, counted from 1.
    let number: Int
    var text: String

    /// Whether another line is this one, perhaps altered: it begins with the
    /// same word.
    func begins(like other: String) -> Bool {
      text.split(separator: " ").first == other.split(separator: " ").first
    }
  }

  /// Reads a script; blank lines and comments say nothing in it.
  ///
  /// - Throws: ``Refusal`` where the file cannot be read.
  init(file: String) throws {
    self.file = file
    var lines: [Line] = []
    var isOpen = false
    for (index, text) in try ScriptLines.lines(of: file).enumerated() {
      if isOpen, !lines.isEmpty {
        lines[lines.count - 1].text += " " + text
      } else if !text.saysNothing {
        lines.append(Line(number: index + 1, text: text))
      } else {
        continue
      }
      isOpen = lines.last.map { Session.isUnfinished($0.text) } ?? false
    }
    self.lines = lines
  }

  /// The line that is offered next, or nothing at the end.
  var next: Line? { lines.indices.contains(place) ? lines[place] : nil }

  /// Offers nothing more.
  mutating func stop() { place = lines.count }
}
