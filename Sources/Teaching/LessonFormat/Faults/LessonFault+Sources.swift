/// What is said of what is taken from a source: lines and numbers.
extension LessonFault.Words {
  // MARK: Refuted lines

  static var refutedWithoutLine: Self {
    Self(
      "a refuted fence without a line",
      try: "write the line that does not hold first, as left = right")
  }

  static var refutedLine: Self {
    Self(
      "the line to be refuted is not left = right",
      try: "write what stands in the source, with one =")
  }

  static var secondRefuted: Self {
    Self(
      "a second line in a refuted fence",
      try: "give it a fence of its own, or indent it below its key")
  }

  static func refutedKey(_ name: String) -> Self {
    let keys = RefutedFence.keys
    return Self(
      "no line of a refuted fence begins with '\(quoted(name)):'",
      try: nearestName(to: name, among: keys).map { "write \($0):" }
        ?? "write one of " + keys.map { $0 + ":" }.joined(separator: ", "))
  }

  static func refutedWithout(_ key: String) -> Self {
    key == "slip"
      ? Self(
        "the fence does not say what is wrong with the line",
        try: "add a line slip: with a sentence on it")
      : Self(
        "the fence does not say where the line was found",
        try: "add a line source: with a book, a page or a name")
  }

  static var rightLine: Self {
    Self(
      "the line behind right: is not left = right",
      try: "write both sides, with one =")
  }

  static var lineBelowRight: Self {
    Self(
      "a line below right:, which takes one line",
      try: "put it behind right:, or under slip: if it is prose")
  }

  // MARK: Published numbers

  static var publishedWithoutSource: Self {
    Self(
      "the fence does not say who printed these numbers",
      try: "begin it with source: and a book, a page or a name")
  }

  static var publishedWithoutNumber: Self {
    Self(
      "a published fence without a number",
      try: "write QUANTITY = NUMBER, as in a1[1] = 0.593269992")
  }

  static func publishedKey(_ name: String) -> Self {
    Self(
      "no line of a published fence begins with '\(quoted(name)):'",
      try: name == "disagrees"
        ? "put it behind its number, after two spaces"
        : "write source:, or QUANTITY = NUMBER")
  }

  static func publishedLine(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no line of a published fence",
      try: "write QUANTITY = NUMBER, or after update; indent a line that "
        + "belongs to the one above")
  }

  static var disagreesNeedsSpaces: Self {
    Self(
      "'disagrees:' stands too close to the number",
      try: "put two spaces or more before it")
  }

  static var disagreesWithoutReason: Self {
    Self(
      "disagrees: without a reason",
      try: "write behind it why the printed number is another one")
  }

  static var updateForm: Self {
    Self(
      "the line does not say after what",
      try: "write after update, after 100 updates of W1, W2, or after update "
        + "with eta = 0.5")
  }

  static func updateCount(_ text: String) -> Self {
    Self(
      "\(quoted(text)) updates cannot be checked",
      try: "write a count from \(Published.Update.counts.lowerBound) to "
        + "\(Published.Update.counts.upperBound)")
  }

  // MARK: Lines beside each other

  static var compareWithoutSource: Self {
    Self(
      "the fence does not say who has these lines",
      try: "begin it with source: and a book, a page or a name")
  }

  static var compareWithoutLine: Self {
    Self(
      "a compare fence without a line of the source",
      try: "write NAME = EXPRESSION, or NAME <- EXPRESSION for an update")
  }

  static var compareWithoutShow: Self {
    Self(
      "a compare fence that shows nothing of both sides",
      try: "add a line such as show z2, C")
  }

  static var compareShow: Self {
    Self(
      "the line does not say what to show", try: "write show z2, C")
  }

  static func compareLine(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no line of a compare fence",
      try: "write source:, NAME = EXPRESSION, NAME <- EXPRESSION, show, or "
        + "after update")
  }

  static let compareWithoutWorksheet = Self(
    "there is no worksheet whose lines could be compared",
    try: "open a network or worksheet fence above")

  static func compareOfNothing(_ name: String, _ known: [String]) -> Self {
    Self(
      "the worksheet has no line of its own for '\(quoted(name))'",
      try: nearestName(to: name, among: known).map { "write \($0)" }
        ?? "write one of \(known.joined(separator: ", "))")
  }

  static func printedForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no number as it is printed",
      try: "write its digits, as in 0.593269992 or [0.15 0.2; 0.25 0.3]")
  }

  static var updateMissing: Self {
    Self(
      "nothing here has an update",
      try: "add one to the worksheet, as in W1 <- W1 - 0.5*dW1")
  }

  static func updateOf(_ name: String, _ known: [String]) -> Self {
    Self(
      "'\(quoted(name))' has no update",
      try: nearestName(to: name, among: known).map { "write \($0)" }
        ?? "write one of \(known.joined(separator: ", "))")
  }

  static func updateRateMissing(_ name: String) -> Self {
    Self(
      "the update takes a step of size \(name), which has no value",
      try: "write after update with \(name) = 0.5, or what the source uses")
  }

  static func updateRateUnused(_ name: String) -> Self {
    Self(
      "no update holds a free '\(quoted(name))'",
      try: "leave out with \(quoted(name)) = …")
  }
}
