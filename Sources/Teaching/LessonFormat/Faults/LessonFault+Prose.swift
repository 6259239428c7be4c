/// What is said of prose.
extension LessonFault.Words {
  static func decimalInProse(_ number: String) -> Self {
    Self(
      "prose holds a number \(quoted(number))",
      try: "write `= expr` so that the program computes it")
  }

  // MARK: Code and emphasis

  static var unclosedCode: Self {
    Self(
      "this backtick opens code that is not closed in its line",
      try: "close it with a second backtick in the same line")
  }

  static var backticksTogether: Self {
    Self(
      "code with more than one backtick around it, or with nothing in it",
      try: "put one backtick before the code and one behind it")
  }

  static func emptyCode(isValue: Bool) -> Self {
    Self(
      isValue ? "no expression behind the =" : "code with nothing in it",
      try: isValue ? "write `= expr`, as in `= da1[1]`" : "delete it")
  }

  static var bold: Self {
    Self("bold text, which lessons do not have", try: "write *emphasis*")
  }

  static var looseStar: Self {
    Self(
      "a star that does not open or close an emphasis",
      try: "write *words* in one line; put a product in code, as in `a*b`")
  }

  // MARK: Marks of Markdown

  static var underscore: Self {
    Self(
      "an underscore, which Markdown may take for emphasis",
      try: "write *emphasis*, and names in code, as in `z_1`")
  }

  static var link: Self {
    Self(
      "a square bracket, which Markdown may take for a link",
      try: "put an entry in code, as in `a1[1]`; a lesson has no links")
  }

  static var image: Self {
    Self(
      "an image, which a terminal cannot show",
      try: "draw it with a plot fence")
  }

  static var address: Self {
    Self(
      "an address: a lesson has no links",
      try: "name the source in words")
  }

  static var angleBracket: Self {
    Self(
      "a <, which Markdown may take for HTML",
      try: "put a comparison in code, as in `a < b`")
  }

  static var tilde: Self {
    Self(
      "a ~, which Markdown may take for struck text",
      try: "write about, or put it in code")
  }

  static var table: Self {
    Self(
      "a bar, which Markdown may take for a table",
      try: "put it in code, or show a matrix with a show fence")
  }

  static var backslash: Self {
    Self(
      "a backslash, which Markdown takes for an escape",
      try: "put the character that should stand there in code")
  }

  static var dollar: Self {
    Self(
      "a dollar sign, which opens a formula on some code hosts",
      try: "put formulas in code, as in `W2' @ δ2`")
  }

  static var entity: Self {
    Self(
      "a character written as an HTML entity",
      try: "write the character itself")
  }

  // MARK: Lines

  static var list: Self {
    Self(
      "a list, which lessons do not have",
      try: "write one sentence or one paragraph for each item")
  }

  static var blockQuote: Self {
    Self(
      "a line that begins with >, which Markdown takes for a quotation",
      try: "write the sentence without it")
  }

  static var rule: Self {
    Self(
      "a line of = or -, which Markdown takes for a heading or a rule",
      try: "write headings as ## Title {#id}, and no rules")
  }

  static var tildeFence: Self {
    Self(
      "a fence of tildes",
      try: "open and close a fence with three backticks")
  }

  static var headingInProse: Self {
    Self(
      "a # at the beginning of a line of prose",
      try: "begin the line with a word")
  }

  static var indentedProse: Self {
    Self(
      "prose that begins with a space, which Markdown may take for code",
      try: "begin the line in the first column, or use a show fence")
  }

  static var trailingSpace: Self {
    Self(
      "spaces at the end of the line, which Markdown may take for a break",
      try: "delete them; a blank line begins a new piece")
  }
}
