import Algebra
import Presentation

@testable import Teaching

/// What a reader who does not see the screen is told, word by word.
struct Heard {
  let words: [String]
  /// The numbers in it; a number behind `minus` also below 0.
  let numbers: Set<Double>

  init(_ text: StyledText) {
    let words = Self.words(of: text.plain).map { $0.lowercased() }
    self.words = words
    // What is to be typed has its numbers as they are written.
    let typed = text.lines.flatMap { Seen.numbers(in: Array($0.plain)) }
    numbers = Set(typed).union(
      words.indices.flatMap { place -> [Double] in
        guard let number = Double(words[place]) else { return [] }
        let isBelow = place > 0 && words[place - 1] == "minus"
        return isBelow ? [number, -number] : [number]
      })
  }

  /// Whether words stand in it one behind the other.
  func holds(_ phrase: [String]) -> Bool {
    guard !phrase.isEmpty else { return true }
    guard phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }

  /// The words and the numbers of a text, `0.5` as one.
  static func words(of text: String) -> [String] {
    let characters = Array(text)
    var words: [String] = []
    var word = ""
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      let isPoint =
        character == "." && next.isNumber && word.allSatisfy(\.isNumber)
        && !word.isEmpty
      if character.isLetter || character.isNumber || isPoint {
        word.append(character)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}

/// What a page shows to those who see it.
struct Seen {
  let names: Set<String>
  let numbers: Set<Double>

  /// The labels along the axes of a plot are a ruler, and no facts.
  init(_ text: StyledText) {
    let lines = text.lines
    let facts = lines.indices.filter { place in
      let isAxis = lines[place].plain.contains { "│┤└┴┬".contains($0) }
      let isBelow = place > 0 && lines[place - 1].plain.contains("└")
      return !isAxis && !isBelow
    }.map { lines[$0] }
    names = Set(
      facts.flatMap(\.runs).filter { $0.style == .name }.map(\.text))
    numbers = Set(facts.flatMap { Self.numbers(in: Array($0.plain)) })
  }

  /// The ways in which a name that is drawn may be said; one of no words
  /// for what has none, such as the sample of a line beside its meaning.
  static func words(for name: String) -> [[String]] {
    let symbols = Function.table.values.filter { $0.symbol == name }
    let sayings =
      [StyledText(name).spoken().plain, Name(name).spoken, name]
      + [Function.table[Name(name)]?.words].compactMap(\.self)
      + symbols.map(\.words)
    let words = sayings.map { saying in
      let words = Heard.words(of: saying).map { $0.lowercased() }
      return words.last == "of" ? words.dropLast() : words
    }
    return name.contains(where: \.isLetter) || name.contains("√")
      ? words.filter { !$0.isEmpty } : [[]]
  }

  fileprivate static func numbers(in line: [Character]) -> [Double] {
    var found: [Double] = []
    var place = 0
    while place < line.count {
      let before = place > 0 ? line[place - 1] : " "
      let isInName = before.isLetter || before.isNumber || before == "_"
      guard line[place].isASCII, line[place].isNumber, !isInName else {
        place += 1
        continue
      }
      var end = place
      while end < line.count,
        line[end].isASCII && line[end].isNumber
          || line[end] == "." && end + 1 < line.count && line[end + 1].isNumber
      { end += 1 }
      let outer = place > 1 ? line[place - 2] : " "
      let isBelow = before == "-" && " ([⎡⎢⎣,".contains(outer)
      // Where a number is cut off, what is left of it is another number.
      let isCut = line[end...].prefix(2).contains("…")
      if !isCut, let number = Double(String(line[place..<end])) {
        found.append(isBelow ? -number : number)
      }
      place = end
    }
    return found
  }
}

extension StyledText {
  /// The characters that a screen reader may leave out or misread: of what
  /// is to be typed those that no keyboard has, of all else every sign.
  var unheard: Set<Character> {
    Set(
      runs.flatMap { run in
        run.text.filter { character in
          run.style == .typed
            ? !character.isASCII : !character.isReadAloud
        }
      }.filter { $0 != "\n" })
  }
}

extension Character {
  fileprivate var isReadAloud: Bool {
    let isLatin =
      isLetter && unicodeScalars.allSatisfy { $0.value < 0x250 }
    let isDigit = isASCII && isNumber
    return isLatin || isDigit || " .,;:?!'\"()-/".contains(self)
  }
}
