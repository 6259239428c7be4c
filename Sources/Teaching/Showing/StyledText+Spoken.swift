import Algebra
import Presentation

extension StyledText {
  /// The text as it is read aloud: every sign in it said in words.
  ///
  /// What is to be typed stays as it is typed, in ASCII. Formulas come in
  /// words already where their tree is at hand; what a sentence quotes of
  /// them is read here: names with their indices and brackets as a formula,
  /// other signs one by one.
  ///
  /// - Parameter scope: What the names in it mean, as far as that is known.
  /// - Returns: Lines of letters, digits and plain punctuation.
  public func spoken(in scope: Scope = Scope()) -> StyledText {
    var reciter = Reciter(self, scope)
    return reciter.recited()
  }
}

/// Goes through a text from left to right and says it.
struct Reciter {
  let characters: [Character]
  let styles: [Style]
  let scope: Scope
  /// Names that are no plain words, by the letter that they begin with.
  let spellings: [Character: [(letters: [Character], name: Name)]]
  var place = 0

  private var said = StyledText()
  private var last: Character = "\n"
  /// Whether a word was said that needs a space behind it.
  private var owesSpace = false

  init(_ text: StyledText, _ scope: Scope) {
    let runs = text.breakingAnywhere.runs
    characters = runs.flatMap { Array($0.text) }
    styles = runs.flatMap {
      Array(repeating: $0.style, count: $0.text.count)
    }
    self.scope = scope
    let spelled = scope.names.filter(\.text.hasSigns).flatMap { name in
      Set([name.text, name.ascii, name.layout.inline(.unicode).plain])
        .map { (letters: Array($0), name: name) }
    }
    .sorted { $0.letters.count > $1.letters.count }
    spellings = Dictionary(grouping: spelled) { $0.letters[0] }
  }

  mutating func recited() -> StyledText {
    while place < characters.count {
      let isSaid = sayTyped() || sayFormula() || sayNumber() || saySign()
      if !isSaid { keep() }
    }
    return said.trimmedLines
  }

  // MARK: - What is written

  private mutating func write(_ text: String, _ style: Style) {
    for character in text {
      if character == " ", last == " " || last == "\n" { continue }
      said.append(String(character), style)
      last = character
    }
  }

  /// Writes the character at hand as it is.
  private mutating func keep() {
    let character = characters[place]
    let style = styles[place]
    if owesSpace, !" \n.,;:?!)'-".contains(character) { write(" ", style) }
    owesSpace = false
    write(String(character), style)
    place += 1
  }

  /// Writes words in the place of so many characters.
  mutating func say(_ words: String, for count: Int) {
    let style = styles[place]
    if !" \n(".contains(last) { write(" ", style) }
    write(words, style)
    owesSpace = true
    place += count
  }

  /// Writes plain punctuation in the place of so many characters.
  mutating func put(_ mark: String, for count: Int) {
    let style = styles[place]
    if mark == "(", owesSpace || followsWord { write(" ", style) }
    owesSpace = false
    write(mark, style)
    place += count
  }

  /// Writes what is to be typed.
  private mutating func sayTyped() -> Bool {
    guard styles[place] == .typed else { return false }
    let end =
      styles[place...].firstIndex { $0 != .typed } ?? characters.count
    let typed = StyledText(text(place..<end), .typed).inASCII
    if owesSpace, typed.plain.first != " " { write(" ", .plain) }
    owesSpace = false
    said.append(typed)
    last = typed.plain.last ?? last
    place = end
    return true
  }

  // MARK: - What is read

  /// The character at a place; where there is none, or one that is to be
  /// typed, the end of a line.
  func character(_ place: Int) -> Character {
    characters.indices.contains(place) && styles[place] != .typed
      ? characters[place] : "\n"
  }

  var before: Character { character(place - 1) }

  /// Whether a word or a number ends right before this place.
  var followsWord: Bool { isPartOfWord(place - 1) }

  func isPartOfWord(_ place: Int) -> Bool {
    let character = character(place)
    return character.isLetter || character.isNumber || character == "_"
  }

  func text(_ range: Range<Int>) -> String { String(characters[range]) }

  func isHere(_ letters: [Character]) -> Bool {
    place + letters.count <= characters.count
      && characters[place..<(place + letters.count)].elementsEqual(letters)
  }
}

extension String {
  /// Whether it is no plain word: it has a digit or a letter that is not
  /// Latin.
  var hasSigns: Bool { contains { !($0.isASCII && $0.isLetter) } }
}
