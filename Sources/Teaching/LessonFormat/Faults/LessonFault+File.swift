/// What is said of a file, its characters, headings and blocks.
extension LessonFault.Words {
  /// A text in a message, cut where it is long.
  static func quoted(_ text: String) -> String {
    let start = text.prefix(LessonLimits.quotation)
    return start.count < text.count ? start + "…" : String(start)
  }

  static func fileTooLarge(bytes: Int) -> Self {
    Self(
      "the file has \(bytes) bytes, and a lesson has at most "
        + "\(LessonLimits.bytes)",
      try: "split the lesson in two")
  }

  static func lessonID(_ id: String) -> Self {
    Self(
      "a lesson is named after its file, and '\(quoted(id))' is no id",
      try: "name the file with a–z, 0–9 and -, as in last-layer.md")
  }

  // MARK: Characters

  static func control(_ scalar: Unicode.Scalar) -> Self {
    switch scalar {
    case "\t":
      Self("a tab, whose width nobody knows", try: "write spaces")
    case "\r":
      Self(
        "a carriage return without a line feed",
        try: "end lines with LF, or with CR LF")
    case "\u{1B}":
      Self(
        "an escape character: a lesson sends nothing to a terminal but text",
        try: "delete it; *emphasis* and headings are all the style there is")
    default:
      Self(
        "a control character, \(code(scalar)), in the text",
        try: "delete it")
    }
  }

  static func invisible(_ scalar: Unicode.Scalar) -> Self {
    Self(
      "a character that cannot be seen, \(code(scalar)), in the text",
      try: "delete it")
  }

  static func strangeSpace(_ scalar: Unicode.Scalar) -> Self {
    Self(
      "a space that is not the common one, \(code(scalar))",
      try: "write the space of the space bar")
  }

  static var replacement: Self {
    Self(
      "a byte that is not UTF-8 text stood here",
      try: "save the file as UTF-8")
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count))
      + digits
  }

  // MARK: Headings

  static var titleMissing: Self {
    Self(
      "the file does not begin with its title",
      try: "begin with a line such as # The hidden layer")
  }

  static var titleEmpty: Self {
    Self("a heading without a title", try: "write the title behind the #")
  }

  static var secondTitle: Self {
    Self(
      "a second title: one file is one lesson",
      try: "write ## Title {#id} for a screen")
  }

  static func headingNeedsSpace(_ level: Int) -> Self {
    let hashes = String(repeating: "#", count: level)
    return Self(
      "no space between \(hashes) and the title",
      try: "write \(hashes) Title")
  }

  static func headingTooDeep(_ level: Int) -> Self {
    Self(
      "a heading of level \(level): a lesson has a title and its screens",
      try: "write ## Title {#id}, or make it a paragraph")
  }

  static var markupInTitle: Self {
    Self("a title is plain text", try: "leave out the * and ` marks")
  }

  static func idMissing(_ title: String) -> Self {
    Self(
      "the screen '\(quoted(title))' has no id",
      try: "end the heading with {#id}, as in ## Two roads {#roads}")
  }

  static func idForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no id: an id has a–z, 0–9 and - between words",
      try: "write an id such as two-roads; after a heading, {#two-roads}")
  }

  static func idTaken(_ id: String, line: Int) -> Self {
    Self(
      line == 1
        ? "the id '\(quoted(id))' is that of the lesson"
        : "the id '\(quoted(id))' is taken by the screen in line \(line)",
      try: "give each screen an id of its own")
  }

  static func emptyScreen(_ title: String) -> Self {
    Self(
      "the screen '\(quoted(title))' shows nothing",
      try: "write a paragraph or a fence under it, or delete the heading")
  }

  // MARK: The opening paragraph

  static var needsMissing: Self {
    Self(
      "the paragraph under the title does not say what the lesson needs",
      try: "begin it with Needs *other-lesson*. or with Needs nothing.")
  }

  static func needsForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no lesson's id between stars",
      try: "write Needs *last-layer* and *paths*. or Needs nothing.")
  }

  static var givesMissing: Self {
    Self(
      "the paragraph under the title does not say what the lesson gives",
      try: "after Needs …, write a sentence such as Gives the error `δ1`.")
  }

  static var minutesForm: Self {
    Self(
      "how long the lesson takes is not a number of minutes",
      try: "end the paragraph with About 8 minutes.")
  }

  static var notationForm: Self {
    Self(
      "the sentence does not say which notation the lesson keeps",
      try: "write Keeps its notation. in front of About 8 minutes.")
  }

  // MARK: Blocks

  static var blankLineMissing: Self {
    Self(
      "a new piece begins right below another",
      try: "leave a blank line before it")
  }

  static var longFence: Self {
    Self(
      "a fence opens with more than three backticks",
      try: "open and close it with three")
  }

  static func unclosedFence(_ name: String) -> Self {
    Self(
      "the fence '\(quoted(name))' is not closed",
      try: "end it with a line of three backticks")
  }

  static func fenceUnknown(_ name: String) -> Self {
    let names = FenceKind.all.map(\.name)
    guard name != "```" else {
      return Self(
        "a fence without a word for what it holds",
        try: "write one of these behind the backticks: "
          + names.joined(separator: ", "))
    }
    return Self(
      "there is no fence '\(quoted(name))'",
      try: nearestName(to: name, among: names).map { "write ```\($0)" }
        ?? "write one of " + names.joined(separator: ", "))
  }

  static func fenceEmpty(_ kind: FenceKind) -> Self {
    Self(
      "the fence '\(kind.name)' is empty, and it should hold \(kind.summary)",
      try: "fill it, or delete it")
  }

  static var tooDeep: Self {
    Self(
      "more than \(LessonLimits.nesting) brackets inside one another",
      try: "name a part of the expression, and use the name")
  }

  static var bracketOpen: Self {
    Self(
      "this bracket is still open at the end of the fence",
      try: "close it")
  }
}
