import Matrices
import Networks
import Presentation

extension FormatFault {
  /// The fault as it is shown.
  ///
  /// - Parameter name: What the network file is called.
  /// - Returns: The diagnostic, at the line where that is known.
  public func diagnostic(in name: String) -> Diagnostic {
    var diagnostic = Diagnostic(
      headline(in: name), notes: note.map { [$0] } ?? [], remedy: remedy)
    if case .line(let line, let column)? = place {
      diagnostic.location = Diagnostic.Location(
        file: file ?? name, line: line, column: column ?? 1)
    }
    return diagnostic
  }

  /// Returns what is wrong in one line.
  public func headline(in name: String) -> String {
    let whole = file ?? name
    switch place {
    case .key(let key)? where file == nil:
      return sentence(about: key)
    case .byte(let offset)?:
      return "\(whole), byte \(offset): \(sentence(about: "this"))"
    case .line?: return sentence(about: "this file")
    default: return sentence(about: whole)
    }
  }

  private func sentence(about it: String) -> String {
    switch problem {
    case .unreadable(let file, let reason):
      "the file \(file) cannot be read: \(reason)"
    case .empty: "\(it) is empty"
    case .tooLong(let bytes): "\(it) has \(bytes) bytes, which is too long"
    case .notUTF8: "\(it) is not UTF-8"
    case .notJSON(let reason): "\(it) is not JSON: \(reason)"
    case .numberTooLarge(let number):
      "\(it): no double can hold the number \(number)"
    case .noFormat: "\(it) does not say its \"format\""
    case .newerFormat(let format):
      "\(it) is of format \(format), and this program knows "
        + "\(NetworkFile.newestFormat)"
    case .missing(let key): "the key \"\(key)\" is missing"
    case .unknownKey(let key, _, _): "there is no key \"\(key)\""
    case .wrongKind(let kind): "\(it) should be \(kind.rawValue)"
    case .unknownChoice(let choice, let word, _):
      "\(it): there is no \(choice.noun) \"\(word)\""
    case .outOfRange(let range): "\(it) should be \(range)"
    default: shapeSentence(about: it)
    }
  }

  private func shapeSentence(about it: String) -> String {
    switch problem {
    case .tooFewLayers(let count):
      "\(it) has \(counted(count, "entry", "entries")), "
        + "and a network needs two or more"
    case .layerWithoutUnits(let units):
      "\(it) is \(units), and should be 1 or more"
    case .count(let key, let expected, let found):
      "\(key) has \(counted(found, "entry", "entries")), and there "
        + "\(expected == 1 ? "is" : "are") "
        + "\(counted(expected, "layer", "layers")) behind the input"
    case .shape(let expected, let found, let side):
      "\(it) is \(found), and \(side.asker) \(expected)"
    case .ragged(let row, let length, let first):
      "\(it): row \(row) has \(counted(length, "entry", "entries")), "
        + "and row 1 has \(first)"
    case .noEntries: "\(it) has no entries"
    case .tooLarge(let bytes?):
      "\(it) would take \(Self.size(bytes)), and "
        + "\(Self.size(Matrix<Double>.limit)) is the most that is held"
    case .tooLarge: "\(it) is too large to hold"
    case .exceedsMemory(let bytes, let memory):
      "\(it) would take \(Self.size(bytes)), and this machine has "
        + Self.size(memory)
    case .examplesDiffer(let x, let y):
      "x has \(counted(x, "example", "examples")), and y has \(y)"
    case .notOneExample(let count):
      "\(it) is \"one\", and x has \(count) columns"
    default: dataSentence(about: it)
    }
  }

  private func dataSentence(about it: String) -> String {
    switch problem {
    case .unknownDataFile:
      "\(it) is neither a .npy, a .csv nor an IDX file by its name"
    case .wrongMagic(let expected):
      "\(it) does not begin as \(expected) does"
    case .truncated(let expected, let found):
      "\(it) ends after \(found) bytes of \(expected)"
    case .bytesLeft(let expected, let found):
      "\(it) has \(found) bytes, and its header says \(expected)"
    case .badHeader(let part): "\(it): the header has no readable \(part)"
    case .unreadType(let type): "\(it) holds entries of type \(type)"
    case .notANumber(let text): "\(it): \(Self.quoted(text)) is no number"
    case .fieldIsNoNumber(let text, let field):
      "field \(field) is \(Self.quoted(text)), which is no number"
    case .fieldCount(let found, let first):
      "this line has \(counted(found, "field", "fields")), "
        + "and the first has \(first)"
    case .lineTooLong(let bytes):
      "this line is longer than \(Self.size(bytes))"
    case .quoteNotClosed: "a quotation mark is not closed"
    case .textAfterQuote:
      "something follows a closing quotation mark"
    case .tooManyDimensions(let count):
      "\(it) holds an array of \(count) dimensions"
    case .unknownClaimFile:
      "\(it) is neither a .npy, a .npz, a .csv nor a .json file by its name"
    case .noNames: "\(it) does not say what its numbers are"
    case .compressedEntry(let name): "\(it): \(name) is compressed"
    case .encryptedEntry(let name): "\(it): \(name) is encrypted"
    case .wrongChecksum:
      "\(it) is not what its checksum says, so it was damaged"
    default: labelSentence(about: it)
    }
  }

  private func labelSentence(about it: String) -> String {
    switch problem {
    case .noColumn(let name, _): "\(it) has no column \(name)"
    case .columnTwice(let name): "\(it) has two columns named \(name)"
    case .noInputs: "\(it) has no column left for the inputs"
    case .noTargets:
      "nobody says which column of \(it) is to be predicted"
    case .examples(let fault): fault.headline
    case .labelOutOfRange(let label, let classes):
      "the label \(label) is none of the "
        + "\(counted(classes, "class", "classes")) from 0 to \(classes - 1)"
    case .labelIsNoWholeNumber(let label):
      "the label \(Self.quoted(label)) is not a whole number"
    case .labelIsEmpty: "this example has no label"
    case .tooManyClasses(let count):
      "\(it) has \(count) different labels or more"
    case .notOneRowOfLabels(let rows):
      "\(it) has \(rows) rows, and labels are a single one"
    case .noArray(let name, _): "\(it) has no array \(name)"
    case .arrayTwice(let name): "\(it) has two arrays named \(name)"
    case .endsWithinCompressed(let found):
      "\(it) ends within its compressed data, after \(found) bytes"
    case .damaged: "\(it) is not what a compressed file can hold"
    case .sizeDiffers(let said, let found):
      "\(it) says that \(said) bytes were compressed, and there are \(found)"
    default: "\(it) cannot be read"
    }
  }

  /// A number of bytes in the unit that suits it.
  static func size(_ bytes: Int) -> String {
    let units = ["KiB", "MiB", "GiB", "TiB", "PiB"]
    guard bytes >= 1024 else { return "\(bytes) bytes" }
    var size = Double(bytes) / 1024
    var unit = 0
    while size >= 1024, unit < units.count - 1 {
      size /= 1024
      unit += 1
    }
    return NumberFormat(digits: 3).text(size) + " " + units[unit]
  }

  static func quoted(_ text: String) -> String {
    let head = text.prefix(20)
    return "\"\(head)\(head.count < text.count ? "…" : "")\""
  }

  func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension FormatFault.Side {
  /// Who asks for a shape.
  fileprivate var asker: String {
    switch self {
    case .weights(let layer), .bias(let layer):
      "layers \(layer - 1) and \(layer) ask for"
    case .input: "the first layer asks for"
    case .target: "the last layer asks for"
    case .parameter: "the network asks for"
    }
  }
}

extension FormatFault.Choice {
  fileprivate var noun: String {
    switch self {
    case .delta: "convention for delta"
    case .divisor: "divisor"
    case .examples: "number of examples"
    case .optimizer: "optimiser"
    default: rawValue
    }
  }
}
