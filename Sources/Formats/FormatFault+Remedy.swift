import Matrices
import Presentation

extension FormatFault {
  /// The rule that was not kept, in one line.
  public var note: String? {
    switch problem {
    case .wrongKind(.number):
      "numbers stand without quotation marks: 0.5, not \"0.5\""
    case .wrongKind(.finiteNumber):
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
    case .bytesLeft, .truncated: "the sizes in the header and the file disagree"
    default: nil
    }
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
    case .wrongKind(let kind): kind.example
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
    default: "\"layers\": [2, 3, 1]"
    }
  }

  private var dataRemedy: String? {
    switch problem {
    case .count(let key, let expected, _):
      "\(expected) \(expected == 1 ? "entry" : "entries") in \"\(key)\""
    case .ragged(let row, _, let first):
      "\(first) entries in row \(row)"
    case .noEntries: "[[0.5]]"
    case .tooLarge: "fewer examples at a time"
    case .examplesDiffer(let x, _): "\(x) columns in y"
    case .notOneExample: "\"examples\": \"m\""
    case .unknownDataFile: "a name that ends in .npy, .csv or .idx"
    case .truncated, .bytesLeft, .wrongMagic, .badHeader:
      "write or download the file anew"
    case .unreadType: "numpy.save(name, array.astype(float))"
    case .tooManyDimensions: "numpy.save(name, array.reshape(rows, -1))"
    case .compressed: "gunzip it first"
    case .fieldCount(_, let first): "\(first) numbers on each line"
    case .notANumber, .fieldIsNoNumber: "a number such as 0.5 or -1e-3"
    case .quoteNotClosed, .textAfterQuote: "1,\"2\",3"
    default: nil
    }
  }

  private static func example(of key: String) -> String {
    switch key {
    case "layers": "[2, 3, 1]"
    case "activations": "[\"sigmoid\", \"identity\"]"
    case "cost": "{ \"name\": \"half-squared-error\", \"reduction\": \"sum\" }"
    case "cost.name": "\"half-squared-error\""
    case "l2.lambda": "0.1"
    case "l2.over": "\"2m\""
    case "W": "[[[0.1, 0.2]]]"
    default: "[[0.5]]"
    }
  }
}

extension FormatFault.Kind {
  fileprivate var example: String {
    switch self {
    case .number, .something: "0.5"
    case .wholeNumber: "3"
    case .finiteNumber: "1e308"
    case .text: "\"sigmoid\""
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
    }
  }

  fileprivate func remedy(_ expected: Shape) -> String {
    "\(expected.rows) \(expected.rows == 1 ? "row" : "rows") of "
      + "\(expected.columns) "
      + (expected.columns == 1 ? "number" : "numbers")
  }
}
