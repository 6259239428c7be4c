import Algebra
import Matrices

/// How a function of the language is written in Python.
struct PythonFunction: Sendable {
  let name: Name
  let numpy: Form
  let pytorch: Form

  init(_ name: Name, numpy: Form, pytorch: Form) {
    self.name = name
    self.numpy = numpy
    self.pytorch = pytorch
  }

  /// What is written where the function is called.
  enum Form: Sendable {
    /// A function that the library has under this name.
    case library(String)
    /// A function that the script defines.
    case defined(PythonDefinition)
    /// What depends on the shapes of the arguments or on the worksheet, with
    /// what it calls.
    case composed(
      [PythonDefinition], @Sendable (PythonCall) -> PythonTerm)

    static func written(
      _ term: @escaping @Sendable (PythonCall) -> PythonTerm
    ) -> Form { .composed([], term) }

    /// What the script has to define for it.
    var definitions: [PythonDefinition] {
      switch self {
      case .library: []
      case .defined(let definition): definition.all
      case .composed(let needs, _): needs.flatMap(\.all)
      }
    }
  }

  func form(in library: PythonLibrary) -> Form {
    switch library {
    case .numpy: numpy
    case .pytorch: pytorch
    }
  }

  /// The translation of a function, by its one name.
  static func named(_ name: Name) -> PythonFunction? { table[name] }

  private static let table = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The names of all that a script may define.
  static let defined: Set<String> = {
    let forms = all.flatMap { function in
      PythonLibrary.allCases.map { function.form(in: $0) }
    }
    let truths = PythonLibrary.allCases.flatMap(PythonDefinition.truth(in:))
    return Set((forms.flatMap(\.definitions) + truths).map(\.name))
  }()
}

/// A function that a script defines, with those that it calls.
struct PythonDefinition: Sendable {
  let name: String
  let source: String
  let needs: [PythonDefinition]

  init(_ name: String, _ source: String, needs: [PythonDefinition] = []) {
    self.name = name
    self.source = source
    self.needs = needs
  }

  /// Those that it calls and then the function itself.
  var all: [PythonDefinition] { needs.flatMap(\.all) + [self] }
}

/// A call that is to be written in Python.
struct PythonCall {
  let arguments: [PythonTerm]
  /// The rows and columns of each argument, where they are known.
  let shapes: [Shape?]
  /// Which of the arguments are numbers by nature.
  let areNumbers: [Bool]
  /// The slope that a kink is given.
  let slopeAtKink: Double

  /// The text of an argument, between commas.
  subscript(_ place: Int) -> String {
    arguments.indices.contains(place) ? arguments[place].text : "0"
  }

  /// The text of an argument before a dot.
  func postfixed(_ place: Int) -> String {
    arguments.indices.contains(place)
      ? arguments[place].text(atLeast: .primary) : "0"
  }

  /// The sizes that the arguments are, between commas.
  var sizes: String { arguments.map(\.whole).joined(separator: ", ") }

  /// Whether the first argument is a single row or column.
  var isVector: Bool {
    guard let shape = shapes.first ?? nil else { return false }
    return shape.rows == 1 || shape.columns == 1
  }
}
