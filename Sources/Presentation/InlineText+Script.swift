extension InlineText {
  /// Returns this text as a script that follows its base in one line.
  func script(
    _ table: SmallCharacters, after base: InlineText, _ charset: Charset
  ) -> InlineText {
    closeScript(table, after: base, charset) ?? marked(table)
  }

  /// Returns this text behind the mark of a script, in brackets where it
  /// would fall apart without, or where they are asked for.
  func marked(
    _ table: SmallCharacters, inBrackets: Bool = false
  ) -> InlineText {
    let needsBrackets = inBrackets || !isSelfContained
    var line = InlineText()
    line.append(table.mark)
    if needsBrackets { line.append("(") }
    line.append(self)
    if needsBrackets { line.append(")") }
    return line
  }

  /// Returns this text as a script that needs no mark and no row of its own:
  /// in small characters, primes as they are, and in ASCII the digits below
  /// a letter; else nil.
  func closeScript(
    _ table: SmallCharacters, after base: InlineText, _ charset: Charset
  ) -> InlineText? {
    let plain = text.plain
    let isPrimes = plain.allSatisfy { $0 == "′" || $0 == "'" }
    if table == .above, isPrimes { return self }
    if charset == .unicode { return small(table) }
    let followsLetter = base.text.plain.last?.isLetter ?? false
    let isNumber = plain.allSatisfy { $0.isNumber }
    return table == .below && followsLetter && isNumber ? self : nil
  }
}
