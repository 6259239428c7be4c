import Presentation
import Teaching

/// A Markdown file of what is typed and shown, for reading it again.
///
/// Each screen of a lesson has a heading with the name by which it is opened,
/// as `one-weight#slope`; below it stands what was typed there with what came
/// of it.
struct Transcript: SessionRecord {
  let file: String
  private let page: GrowingFile
  /// Where the last line was typed; nothing before the first.
  private var place: Place?

  private enum Place: Hashable {
    case screen(ScreenName)
    case elsewhere

    init(_ screen: ScreenName?) { self = screen.map(Self.screen) ?? .elsewhere }
  }

  /// Begins a transcript; what the file holds already stays above it.
  init(_ file: String, at path: String) throws(FileTrouble) {
    self.file = file
    page = GrowingFile(path: path)
    let gap = page.holdsSomething ? "\n" : ""
    try page.append(
      gap + """
        # A session with backstep

        Each screen has its name beside its title, and `backstep` with that
        name opens it.

        """)
  }

  mutating func add(_ exchange: Exchange) throws(FileTrouble) {
    let reply = exchange.reply.plain
    guard exchange.line != nil || !reply.isEmpty else { return }
    let typed = exchange.line.map { "\(exchange.prompt)\($0)\n" } ?? ""
    let body = typed + (reply.isEmpty ? "" : reply + "\n")
    let place = Place(exchange.screen)
    let heading = place == self.place ? "" : "\n## \(Self.title(of: place))\n"
    let fence = Self.fence(around: body)
    try page.append("\(heading)\n\(fence)console\n\(body)\(fence)\n")
    self.place = place
  }

  private static func title(of place: Place) -> String {
    guard case .screen(let screen) = place else { return "Beside the lessons" }
    let title =
      screen.title == screen.lessonTitle
      ? screen.title : "\(screen.lessonTitle): \(screen.title)"
    return "\(title) (`\(screen.id)`)"
  }

  /// More backticks than stand anywhere in the text.
  private static func fence(around text: String) -> String {
    var longest = 0
    var current = 0
    for character in text {
      current = character == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    return String(repeating: "`", count: max(3, longest + 1))
  }
}
