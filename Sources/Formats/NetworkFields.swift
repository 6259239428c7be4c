/// The keys of a network file as they are written, before anything is checked
/// that takes more than one of them.
struct NetworkFields: Decodable {
  var layers: [Int]
  var activations: [String]
  var cost: CostField
  var delta: String?
  var examples: String?
  var l2: PenaltyField?
  var reluPrimeAtZero: Double?
  var weights: [[[Double]]]
  var biases: [ColumnField?]?
  var input: MatrixField
  var target: MatrixField?
  var classes: [String]?

  static let known = [
    "format", "layers", "activations", "cost", "delta", "examples", "l2",
    "reluPrimeAtZero", "W", "b", "x", "y", "classes",
  ]

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(decoder, known: Self.known)
    layers = try keys.value("layers", as: [WholeNumber].self).map(\.value)
    activations = try keys.value("activations")
    cost = try keys.value("cost")
    delta = try keys.optional("delta")
    examples = try keys.optional("examples")
    l2 = try keys.optional("l2")
    reluPrimeAtZero = try keys.optional("reluPrimeAtZero")
    weights = try keys.value("W")
    biases = try keys.optional("b")
    input = try keys.value("x")
    target = try keys.optional("y")
    classes = try keys.optional("classes")
  }
}

/// The format's number, read before the rest, which may be of a newer format.
struct FormatField: Decodable {
  var format: Int

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: AnyKey.self)
    guard
      let format = try keys.decodeIfPresent(WholeNumber.self, forKey: "format")
    else { throw FormatFault(.noFormat) }
    self.format = format.value
  }
}

/// A whole number.
///
/// Read as an `Int`, a fraction would pass for broken JSON.
struct WholeNumber: Decodable {
  var value: Int

  init(from decoder: any Decoder) throws {
    let number = try decoder.singleValueContainer().decode(Double.self)
    guard let value = Int(exactly: number) else {
      throw FormatFault(
        .wrongKind(.wholeNumber), at: .key(decoder.codingPath.written()))
    }
    self.value = value
  }
}

struct CostField: Decodable {
  var name: String
  var reduction: String?

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(decoder, known: ["name", "reduction"])
    name = try keys.value("name")
    reduction = try keys.optional("reduction")
  }
}

struct PenaltyField: Decodable {
  var strength: Double
  var divisor: String

  init(from decoder: any Decoder) throws {
    let keys = try KeyReader(decoder, known: ["lambda", "over"])
    strength = try keys.value("lambda")
    // A plain 2 can only mean "2".
    let number = try? keys.value("over", as: Double.self)
    divisor = number == 2 ? "2" : try keys.value("over")
  }
}

/// Rows of numbers, or the name of the file that holds them.
enum MatrixField: Decodable {
  case rows([[Double]])
  case file(String)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let name = try? value.decode(String.self) {
      self = .file(name)
    } else {
      self = .rows(try value.decode([[Double]].self))
    }
  }
}

/// A column, written as one (`[[1], [2]]`) or as a flat list (`[1, 2]`).
struct ColumnField: Decodable {
  var rows: [[Double]]

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    var first = try decoder.unkeyedContainer()
    if !first.isAtEnd, (try? first.nestedUnkeyedContainer()) != nil {
      rows = try value.decode([[Double]].self)
    } else {
      rows = try value.decode([Double].self).map { [$0] }
    }
  }
}
