import Algebra

extension ReadingFault {
  /// What is said of an expression in a lesson that cannot be read.
  var words: LessonFault.Words {
    switch problem {
    case .strangeCharacter(let character):
      .init(
        "the character '\(character)' has no meaning here",
        try: "delete it, or write it as a letter")
    case .numberTooLarge(let text):
      .init("the number \(text) is too large", try: "write it as a power")
    case .unfinished(let word):
      .init(
        word.map { "something is missing after '\($0)'" }
          ?? "the expression is not finished",
        try: "write what follows")
    case .unexpected(let text):
      .init("'\(text)' cannot stand here", try: "delete it, or put a sign before it")
    case .unclosed(let bracket):
      .init("'\(bracket)' is never closed", try: "close it")
    case .unopened(let bracket):
      .init("'\(bracket)' was never opened", try: "delete it, or open it")
    case .mixedProducts(let first, let second),
      .coefficientAfterSlash(let first, let second):
      .init("this can be read in two ways", try: "write \(first) or \(second)")
    case .chainedComparison:
      .init("two comparisons in a row", try: "join two with and: 0 < p and p < 1")
    case .equalsSign:
      .init("an = inside an expression", try: "write == to compare")
    case .tooDeep(let limit):
      .init(
        "brackets nest more than \(limit) deep",
        try: "give a part a name of its own")
    default: callWords
    }
  }

  private var callWords: LessonFault.Words {
    switch problem {
    case .unknownFunction(let name, let nearest):
      .init(
        "no function is called \(name.text)",
        try: nearest.map { "write \($0)" } ?? "write a function that help lists")
    case .notAFunction(let name):
      .init(
        "\(name.text) is a quantity, not a function",
        try: "write \(name.text)*( for a product")
    case .missingFunctionArgument(let name):
      .init(
        "\(name.text) is given too little",
        try: "write what it is applied to, between the brackets")
    case .raggedMatrix(let row, let entries, let expected):
      .init(
        "row \(row) has \(entries) entries, and the first has \(expected)",
        try: "write \(expected) entries in each row")
    case .emptyMatrix: .init("a matrix without entries", try: "write numbers in it")
    case .shortenedPaste:
      .init("the dots stand for numbers that are not here", try: "write them all")
    case .spaceBetweenValues(let left, let right):
      .init(
        "no sign stands between \(left) and \(right)",
        try: "write \(left) * \(right)")
    case .wordWanted(let word):
      .init("'\(word)' is missing here", try: "write \(word)")
    default: .init("there is nothing to read", try: "write an expression")
    }
  }
}
