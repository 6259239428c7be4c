/// What each quantity of a worksheet is called under a lens.
struct LensNames {
  /// The names of the book, by the worksheet's own.
  private(set) var seen: [Name: Name] = [:]
  /// The worksheet's names, by the book's.
  private(set) var own: [Name: Name] = [:]
  /// The layered quantities for which the lens has no name of its own.
  private(set) var unnamed: [Name] = []

  private let lens: Lens
  private let worksheet: Worksheet
  private let scope: Scope

  init(_ lens: Lens, of worksheet: Worksheet) {
    self.lens = lens
    self.worksheet = worksheet
    scope = worksheet.scope
    let quantities = worksheet.names.filter { !isSlope($0) }
    for name in quantities { call(name, book(name)) }
    for size in worksheet.sizes.keys.sorted() where seen[size] == nil {
      call(size, layered(size, Lens.Letter(size.stem, shift: sizeShift)))
    }
    for name in quantities {
      let slope = worksheet.adjoint(of: name)
      guard worksheet.equation(slope) != nil, let shown = seen[name] else {
        continue
      }
      call(slope, bookSlope(in: name, shown))
    }
    for name in worksheet.functions.keys.sorted() {
      call(name, layered(name, Lens.Letter(name.stem, shift: functionShift)))
    }
    call(worksheet.rate, Name(lens.letters.rate))
  }

  private func isSlope(_ name: Name) -> Bool {
    worksheet.equation(name)?.role == .backward
  }

  /// Notes a name; one that is taken already stays as it is, or has a letter
  /// behind its index where that is taken, too.
  private mutating func call(_ name: Name, _ shown: Name?) {
    var shown = shown ?? name
    if let other = own[shown], other != name {
      unnamed.append(name)
      shown = name
      for letter in ["b", "c", "d", "e"] where own[shown] != nil {
        shown = Name(stem: name.stem, index: name.index + letter)
      }
    }
    seen[name] = shown
    own[shown] = name
  }

  // MARK: - Quantities

  private func book(_ name: Name) -> Name? {
    let letters = lens.letters
    if name == "x" { return input }
    if name == "y" { return plain(letters.target, name) }
    if name == lastActivation, let output = letters.output {
      return plain(output, name)
    }
    switch worksheet.equation(name)?.role {
    case .cost: return name == "C" ? costName : name
    case .exampleCost: return name == "c" ? plain(letters.exampleCost) : name
    default: break
    }
    guard let letter = letters.layers[name.stem] else {
      return isLayered(name) ? layered(name, Lens.Letter(name.stem)) : name
    }
    return layered(name, letter)
  }

  private var input: Name? {
    if let input = lens.letters.input { return plain(input, "x") }
    guard let letter = lens.letters.layers["a"], isLayeredNetwork else {
      return "x"
    }
    return Name(
      stem: isBatch("x") ? letter.many : letter.one,
      index: String(letter.shift), script: lens.script)
  }

  private var costName: Name {
    let isOne = !worksheet.equations.contains { $0.role == .exampleCost }
    return Name(isOne ? lens.letters.cost.one : lens.letters.cost.many)
  }

  private func plain(_ letter: Lens.Letter, _ name: Name? = nil) -> Name {
    Name(name.map(isBatch) ?? true ? letter.many : letter.one)
  }

  /// A name with the number of its layer, as the book counts layers.
  private func layered(_ name: Name, _ letter: Lens.Letter) -> Name? {
    guard isLayered(name), let layer = Int(name.index) else { return name }
    return Name(
      stem: isBatch(name) ? letter.many : letter.one,
      index: String(layer + letter.shift), script: lens.script)
  }

  private func isLayered(_ name: Name) -> Bool {
    !name.index.isEmpty && Int(name.index) != nil
  }

  /// Whether there is a column for each of several examples.
  private func isBatch(_ name: Name) -> Bool {
    guard case .matrix(_, let columns)? = scope.shapes[name] else {
      return false
    }
    return columns != .one
  }

  // MARK: - Layers

  private var isLayeredNetwork: Bool { lastActivation != nil }

  private var lastActivation: Name? {
    worksheet.equations.map(\.name).filter { $0.stem == "a" && isLayered($0) }
      .max { (Int($0.index) ?? 0) < (Int($1.index) ?? 0) }
  }

  private var sizeShift: Int { lens.letters.layers["a"]?.shift ?? 0 }

  private var functionShift: Int { lens.letters.layers["z"]?.shift ?? 0 }

  // MARK: - Slopes

  private func bookSlope(in name: Name, _ shown: Name) -> Name {
    switch lens.letters.slopes {
    case .delta(let letter) where name.stem == "z":
      return layered(name, letter) ?? worksheet.adjoint(of: name)
    case .delta, .differential:
      return Name(
        stem: "d" + shown.stem, index: shown.index, script: shown.script)
    case .gradient: return Name("grad_" + shown.ascii)
    }
  }
}
