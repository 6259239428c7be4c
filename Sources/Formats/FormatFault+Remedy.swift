import Matrices
import Networks
import Presentation

extension FormatFault {
  /// The rule that was not kept, in one line.
  public var note: String? {
    switch problem {
    case .wrongKind(.number):
      "numbers stand without quotation marks: 0.5, not \"0.5\""
    case .wrongKind(.finiteNumber), .numberTooLarge:
      "a double reaches to about 1.8e308"
    case .shape(_, let found, let side): side.note(found: found)
    case .unknownKey(_, _, let known):
      "known are \(known.joined(separator: ", "))"
    case .unknownChoice(let choice, _, _):
      "known are \(choice.names.joined(separator: ", "))"
    case .count(let key, _, _):
      "\(key) has one entry for each layer but the first"
    case .ragged: "all rows of a matrix are equally long"
    case .examplesDiffer, .notOneExample: "columns are examples"
    case .tooManyDimensions: "a matrix has two dimensions at most"
    case .unreadType:
      "read are floating-point numbers of 4 and 8 bytes, and whole numbers"
    case .noColumn(_, let known) where !known.isEmpty:
      "the columns are \(Self.listed(known))"
    case .noArray(_, let known) where !known.isEmpty:
      "the arrays are \(Self.listed(known))"
    case .bytesLeft, .truncated: "the sizes in the header and the file disagree"
    default: nil
    }
  }

  /// The first names of a list.
  private static func listed(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
  }

  /// What can be written or typed instead.
  public var remedy: String? {
    switch problem {
    case .unreadable: "write the name of a file that exists beside this one"
    case .empty, .noFormat: "{ \"format\": 1, \"layers\": [2, 1], …"
    case .tooLong: "move x and y to a file: \"x\": \"x.npy\""
    case .notUTF8: "save the file as UTF-8"
    case .notJSON: "close every bracket, and part entries by commas"
    case .newerFormat: "a newer release of backstep"
    case .missing(let key): "\"\(key)\": \(Self.example(of: key))"
    case .unknownKey(_, let nearest, _): nearest.map { "\"\($0)\"" }
    case .unknownChoice(let choice, _, let nearest):
      "\"\(nearest ?? choice.names.first ?? "")\""
    case .wrongKind(.object) where place == nil:
      "{ \"format\": 1, \"layers\": [2, 1], …"
    case .wrongKind(let kind): keyExample ?? kind.example
    case .numberTooLarge: "1e308"
    case .outOfRange, .layerWithoutUnits, .tooFewLayers: rangeRemedy
    case .shape(let expected, _, let side): side.remedy(expected)
    default: dataRemedy
    }
  }

  private var rangeRemedy: String? {
    switch place {
    case .key("format")?: "\"format\": 1"
    case .key("l2.lambda")?: "\"lambda\": 0.1"
    case .key("reluPrimeAtZero")?: "\"reluPrimeAtZero\": 0"
    case .key("classes")?: "\"classes\": [\"no\", \"yes\"]"
    case .key("iteration")?: "\"iteration\": 0"
    case .key("settings.length")?: "\"length\": { \"epochs\": 10 }"
    case .key("settings.batch")?: "\"batch\": 1"
    default: "\"layers\": [2, 3, 1]"
    }
  }

  private var dataRemedy: String? {
    switch problem {
    case .count(let key, let expected, _):
      "\(counted(expected, "entry", "entries")) in \"\(key)\""
    case .ragged(let row, _, let first):
      "\(counted(first, "entry", "entries")) in row \(row)"
    case .noEntries: "[[0.5]]"
    case .tooLarge, .exceedsMemory: "fewer examples at a time"
    case .lineTooLong: "a line for each example"
    case .examplesDiffer(let x, _): "\(counted(x, "column", "columns")) in y"
    case .notOneExample: "\"examples\": \"m\""
    case .unknownDataFile: "a name that ends in .npy, .csv or .idx"
    case .truncated, .bytesLeft, .wrongMagic, .badHeader:
      "write or download the file anew"
    case .unreadType: "numpy.save(name, array.astype(float))"
    case .tooManyDimensions: "numpy.save(name, array.reshape(rows, -1))"
    case .unknownClaimFile: "a name that ends in .npy, .npz, .csv or .json"
    case .noNames: "{ \"dW1\": [[0.5, -0.5]], \"db1\": [0.5] }"
    case .compressedEntry(let name):
      "numpy.savez(name, \(Self.keyword(name))), not savez_compressed"
    case .encryptedEntry(let name):
      "numpy.savez(name, \(Self.keyword(name)))"
    case .wrongChecksum, .endsWithinCompressed, .damaged, .sizeDiffers:
      "write or download the file anew"
    case .fieldCount(_, let first):
      "\(counted(first, "number", "numbers")) on each line"
    case .notANumber, .fieldIsNoNumber: "a number such as 0.5 or -1e-3"
    case .quoteNotClosed, .textAfterQuote: "1,\"2\",3"
    default: labelRemedy
    }
  }

  private var labelRemedy: String? {
    switch problem {
    // The line that would have worked is known to whoever read it.
    case .noColumn: nil
    case .noArray(let name, _): "numpy.savez(name, \(name)=\(name))"
    case .columnTwice: "a number in place of the name"
    case .noInputs: "fewer columns as targets"
    case .noTargets: nil
    case .examples(let fault): fault.remedy
    case .labelOutOfRange(_, let classes):
      "a whole number from 0 to \(classes - 1)"
    case .labelIsNoWholeNumber: "a whole number such as 3"
    case .labelIsEmpty: "a label on each line, or leave the line out"
    case .tooManyClasses: "the column as a target, if it is a measurement"
    case .notOneRowOfLabels: "numpy.save(name, labels.reshape(-1))"
    default: nil
    }
  }

  /// `dW1=dW1` for the entry `dW1.npy`.
  private static func keyword(_ entry: String) -> String {
    let name = entry.prefix { $0 != "." }
    return "\(name)=\(name)"
  }

  /// What the key in which something of another kind stands could hold.
  private var keyExample: String? {
    guard case .key(let key)? = place, let example = Self.examples[key] else {
      return nil
    }
    return "\"\(key)\": \(example)"
  }

  private static func example(of key: String) -> String {
    examples[key] ?? "[[0.5]]"
  }

  private static let examples = [
    "format": "1",
    "layers": "[2, 3, 1]",
    "activations": "[\"sigmoid\", \"identity\"]",
    "cost": "{ \"name\": \"half-squared-error\", \"reduction\": \"sum\" }",
    "cost.name": "\"half-squared-error\"",
    "cost.reduction": "\"sum\"",
    "delta": "\"mean\"",
    "examples": "\"m\"",
    "l2": "{ \"lambda\": 0.1, \"over\": \"2m\" }",
    "l2.lambda": "0.1",
    "l2.over": "\"2m\"",
    "W": "[[[0.1, 0.2]]]",
    "b": "[[0.1]]",
    "classes": "[\"no\", \"yes\"]",
    "x": "[[1], [3]]",
    "y": "[[1], [0]]",
    "iteration": "0",
    "settings": "{ \"rate\": 0.1 }",
    "settings.rate": "0.1",
    "settings.optimizer": "\"descent\"",
    "settings.schedule": "\"constant\"",
    "settings.formula": "\"η0/(1 + e)\"",
    "settings.batch": "\"all\"",
    "settings.seed": "1",
    "settings.length": "{ \"epochs\": 10 }",
    "values": "{ \"W1\": [[0.5]] }",
  ]
}

extension FormatFault.Kind {
  fileprivate var example: String {
    switch self {
    case .number, .something: "0.5"
    case .wholeNumber: "3"
    case .finiteNumber: "1e308"
    case .text: "\"sigmoid\""
    case .truth: "true"
    case .list: "[0.5, -0.5]"
    case .object: "{ \"name\": \"half-squared-error\" }"
    }
  }
}

extension FormatFault.Side {
  fileprivate func note(found: Shape) -> String {
    switch self {
    case .weights(let layer):
      "W[\(layer)] has a row for each unit of its layer and a column for "
        + "each unit of the layer before"
    case .bias: "a bias is one number for each unit of its layer"
    case .input, .target: "columns are examples, rows are units"
    case .parameter: "weights are read as they stand, and never turned over"
    }
  }

  fileprivate func remedy(_ expected: Shape) -> String {
    "\(expected.rows) \(expected.rows == 1 ? "row" : "rows") of "
      + "\(expected.columns) "
      + (expected.columns == 1 ? "number" : "numbers")
  }
}
