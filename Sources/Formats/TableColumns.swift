/// What the columns of a table are.
public struct TableColumns: Hashable, Sendable {
  /// A column by its name in the header or by its number.
  public enum Column: Hashable, Sendable {
    case name(String)
    /// From 1 on; -1 is the last.
    case number(Int)

    /// A column as it is typed: a whole number counts, anything else is a
    /// name.
    public init(_ text: String) {
      self = Int(text).map { .number($0) } ?? .name(text)
    }

    var text: String {
      switch self {
      case .name(let name): name
      case .number(let number): "\(number)"
      }
    }
  }

  public enum Header: Hashable, Sendable {
    /// A first line with anything but numbers where numbers are read.
    case ifNotNumbers
    case present
    case absent
  }

  public var header: Header
  /// The inputs; where there are none given, all that are nothing else.
  public var inputs: [Column]
  /// Columns of numbers to be predicted.
  public var targets: [Column]
  /// A column of classes to be predicted, as numbers or in words.
  public var label: Column?
  /// How many classes there are, where it is known.
  ///
  /// The labels are then the whole numbers from 0 on. Otherwise the classes
  /// are the different labels, sorted.
  public var classes: Int?

  public init(
    header: Header = .ifNotNumbers, inputs: [Column] = [],
    targets: [Column] = [], label: Column? = nil, classes: Int? = nil
  ) {
    self.header = header
    self.inputs = inputs
    self.targets = targets
    self.label = label
    self.classes = classes
  }

  /// The most classes that labels may have when nobody says how many.
  static let classLimit = 1000
}

extension TableColumns {
  /// The places of the columns in a line, counted from 0.
  struct Places {
    var inputs: [Int]
    var targets: [Int]
    var label: Int?
  }

  /// Finds the columns in the first line.
  ///
  /// - Parameters:
  ///   - width: How many fields the first line has.
  ///   - names: What its fields are, if it is a header.
  /// - Returns: The places.
  /// - Throws: ``FormatFault`` where there is no such column.
  func places(width: Int, names: [String]?) throws(FormatFault) -> Places {
    var taken: [Int] = []
    for column in targets { taken.append(try place(of: column, width, names)) }
    var label: Int?
    if let column = self.label { label = try place(of: column, width, names) }
    var inputs: [Int] = []
    for column in self.inputs {
      inputs.append(try place(of: column, width, names))
    }
    if inputs.isEmpty {
      inputs = (0..<width).filter { !taken.contains($0) && $0 != label }
    }
    guard !inputs.isEmpty else { throw FormatFault(.noInputs) }
    return Places(inputs: inputs, targets: taken, label: label)
  }

  /// Whether a column is asked for by a name, so that there is a header.
  var namesColumns: Bool {
    (inputs + targets + [label].compactMap(\.self)).contains {
      if case .name = $0 { true } else { false }
    }
  }

  private func place(
    of column: Column, _ width: Int, _ names: [String]?
  ) throws(FormatFault) -> Int {
    let known = names ?? (1...max(width, 1)).map(String.init)
    switch column {
    case .name(let name):
      let places = (names ?? []).indices.filter { names?[$0] == name }
      guard places.count < 2 else { throw FormatFault(.columnTwice(name)) }
      if let place = places.first { return place }
    case .number(let number):
      let place = number < 0 ? width + number : number - 1
      if (0..<width).contains(place) { return place }
    }
    throw FormatFault(.noColumn(column.text, known: known))
  }
}
