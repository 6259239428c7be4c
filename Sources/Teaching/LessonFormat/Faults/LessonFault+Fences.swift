/// What is said of the lines of fences other than questions.
extension LessonFault.Words {
  static func sideMissing(isLeft: Bool) -> Self {
    Self(
      "nothing stands \(isLeft ? "left" : "right") of this sign",
      try: "write both sides")
  }

  static var secondEquality: Self {
    Self(
      "a second = in one line",
      try: "give each = a line of its own; compare with ==")
  }

  static func keyTwice(_ name: String) -> Self {
    Self(
      "a second line for '\(quoted(name))'", try: "keep one of the two")
  }

  static func setForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' does not say what to set",
      try: "write name = expression, as in W1[1,2] = 0.3")
  }

  // MARK: Networks

  static var layersMissing: Self {
    Self(
      "the network has no layers",
      try: "write a line such as layers 2 → 3 sigmoid → 2 identity, or borrow "
        + "a network with from LESSON")
  }

  static var layersForm: Self {
    Self(
      "layers are sizes with an arrow between each two",
      try: "write layers 2 → 3 sigmoid → 2 identity; -> is an arrow too")
  }

  static func activationMissing(_ size: String) -> Self {
    Self(
      "the layer of \(quoted(size)) has no activation",
      try: "write \(quoted(size)) identity, or another activation")
  }

  static func layersOption(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' says nothing about layers",
      try: "write no bias behind the comma, or leave both out")
  }

  static func networkKeyForm(_ key: NetworkKey) -> Self {
    Self(
      "the line '\(key.name)' does not say what it should",
      try: "write \(key.example)")
  }

  static func keyWithEquals(_ name: String) -> Self {
    let key = NetworkKey.all.first { $0.name == name }
    return Self(
      "'\(quoted(name))' is a setting of the network and no quantity",
      try: "write it without =, as in \(key?.example ?? name)")
  }

  static func nameWithSpaces(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is not one name",
      try: "write one name before the sign, as in W1 = [1 2; 3 4]")
  }

  static var initialForm: Self {
    Self(
      "the initial value is not a distribution with one seed",
      try: "write W1 ~ normal 0.01 seed 0, or W1 ~ zeros")
  }

  static var borrowedAndMore: Self {
    Self(
      "a network that is borrowed has no other lines",
      try: "keep from LESSON alone; a set fence alters values")
  }

  static func networkLine(_ word: String) -> Self {
    let names = NetworkKey.all.map(\.name)
    return Self(
      "no line of a network begins with '\(quoted(word))'",
      try: nearestName(to: word, among: names).map { "write \($0)" }
        ?? "write NAME = value, or begin with one of "
        + names.joined(separator: ", "))
  }

  // MARK: Worksheets

  static func worksheetForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no line of a worksheet",
      try: "write name = expression, W1 <- expression, or given x: n×m")
  }

  static func roleUnknown(_ word: String) -> Self {
    let roles = WorksheetFence.roles
    return Self(
      "'\(quoted(word))' is no role of an equation",
      try: nearestName(to: word, among: roles).map { "write \($0)" }
        ?? "write one of \(roles.joined(separator: ", ")); put one space "
        + "before a word that belongs to the expression")
  }

  static func givenForm(_ text: String) -> Self {
    Self(
      text.isEmpty
        ? "nothing is given here"
        : "'\(quoted(text))' is not a name and its shape",
      try: "write given W: k×n, x: n×m")
  }

  // MARK: Derivations

  static var derivationWithoutLine: Self {
    Self(
      "a derivation without a line",
      try: "write left = right, and further lines that begin with =")
  }

  static var derivationStart: Self {
    Self(
      "the first line of a derivation is not left = right",
      try: "write the quantity, =, and what it equals")
  }

  static var derivationLine: Self {
    Self(
      "a line below the first that does not begin with =",
      try: "begin it with =, or with note: if it is prose")
  }

  static var byNeedsSpaces: Self {
    Self(
      "'by' stands too close to the expression",
      try: "put two spaces or more before it")
  }

  static var ruleMissing: Self {
    Self(
      "'by' without a rule", try: "write by chain rule, or another rule")
  }

  static var noteBeforeLine: Self {
    Self(
      "a note above the first line of its derivation",
      try: "write it below the line that it is about")
  }

  static var noteEmpty: Self {
    Self("a note without text", try: "write the text behind note:")
  }

  // MARK: Plots

  static var plotWithoutCurve: Self {
    Self(
      "a plot without a curve",
      try: "write sigmoid(z) for z in -6..6")
  }

  static func plotForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no line of a plot",
      try: "write EXPR for NAME in LOW..HIGH, at EXPR, or slope")
  }
}
