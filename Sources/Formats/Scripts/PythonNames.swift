import Algebra

/// What each name of a worksheet is called in a script.
///
/// δ1 is `delta1`. A name that Python or the script itself has taken gets an
/// underscore, as λ does, which would be `lambda`.
struct PythonNames {
  private var identifiers: [Name: String] = [:]
  private var taken: Set<String>

  init() {
    taken = Self.keywords.union(Self.builtins).union(PythonFunction.defined)
  }

  /// The identifier of a name, the same one each time.
  mutating func identifier(_ name: Name) -> String {
    if let known = identifiers[name] { return known }
    let identifier = free(name.ascii.identifier)
    identifiers[name] = identifier
    return identifier
  }

  /// Takes a word that is not taken yet.
  mutating func free(_ word: String) -> String {
    var word = word
    while taken.contains(word) { word += "_" }
    taken.insert(word)
    return word
  }

  /// The same names with some that are called otherwise in one function.
  func naming(_ words: [Name: String]) -> PythonNames {
    var names = self
    names.identifiers.merge(words) { $1 }
    return names
  }

  static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break",
    "class", "continue", "def", "del", "elif", "else", "except", "finally",
    "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    "match", "case", "type",
  ]

  /// What the scripts import, define or call.
  private static let builtins: Set<String> = [
    "abs", "all", "any", "check", "diag", "dict", "differing", "float",
    "forward", "inf", "int", "len", "list", "math", "max", "measure", "min",
    "nan", "np", "numpy", "parameters", "print", "range", "round", "rows_of",
    "set",
    "skip", "str", "sum", "sys", "torch", "tuple", "zip", "NOISE", "RTOL",
    "SAMPLE", "TINY", "quantity", "watched",
  ]
}

extension String {
  /// The text with nothing in it that an identifier cannot hold.
  fileprivate var identifier: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_":
        text.unicodeScalars.append(scalar)
      default: text += "u" + String(scalar.value, radix: 16)
      }
    }
    let startsWithLetter = text.unicodeScalars.first.map {
      !("0"..."9").contains($0)
    }
    return startsWithLetter == true ? text : "q" + text
  }
}
