import Matrices

/// A worksheet seen through a lens: the book's worksheet, and the way there
/// and back for every formula and number.
///
/// What stands on disk and what is altered and trained is the worksheet's
/// own; what is shown and typed is the book's. The way between the two has
/// three steps, each of which can be undone: names and places are exchanged
/// (a factor where the two mean different slopes), biases become a column of
/// the weights, and where an example is a row the whole is mirrored.
public struct Sight: Sendable {
  public let lens: Lens
  /// The worksheet as it is on disk.
  public let own: Worksheet
  /// The same worksheet as the book writes it.
  public private(set) var seen: Worksheet
  /// The quantities that mean something else in the book, each with what the
  /// book's is in those of the worksheet.
  public let scales: [Name: Expression]
  /// Quantities for which the lens has no form of its own.
  public let unchanged: [Name]

  let names: [Name: Name]
  let owns: [Name: Name]
  /// Layers whose biases are a column of their weights.
  let layers: [BiasLayer]
  /// What the names are, before anything is mirrored.
  private(set) var standing: Scope
  private let constants: Set<Name>

  public init(_ lens: Lens, of worksheet: Worksheet) {
    self.lens = lens
    own = worksheet
    guard !lens.isOwn else {
      // Nothing is worked out where nothing is shown otherwise.
      (seen, standing, names, owns) = (worksheet, Scope(), [:], [:])
      (scales, unchanged, layers, constants) = ([:], [], [], [])
      return
    }
    let naming = LensNames(lens, of: worksheet)
    names = naming.seen
    owns = naming.own
    scales = LensScales(lens, of: worksheet).scales
    layers = lens.hasBiasColumn ? BiasLayer.layers(of: worksheet, naming) : []
    let weights = worksheet.givens.filter {
      $0.role == .parameter && $0.name.stem == "W"
    }
    let joined = Set(layers.map(\.weights))
    unchanged =
      naming.unnamed
      + (lens.hasBiasColumn
        ? weights.map(\.name).filter { !joined.contains($0) } : [])
    constants = Set(
      worksheet.constants.map { naming.seen[$0] ?? $0 })
    standing = Scope()
    seen = Worksheet()
    // The names are known before the formulas in them are written.
    standing = standingScope
    seen = worksheetSeen
  }

  /// Whether anything is shown otherwise than it is written on disk.
  public var isOwn: Bool { lens.isOwn }

  /// Whether an example is a row.
  var isMirrored: Bool { lens.examples == .rows }

  func name(_ own: Name) -> Name { names[own] ?? own }

  /// The worksheet's name of what the book calls so.
  public func own(_ name: Name) -> Name { owns[name] ?? name }

  /// How far the book's first place lies from 1.
  var shift: Int { lens.firstIndex - 1 }

  func tidied(_ expression: Expression) -> Expression {
    expression.tidied(in: standing, constants: constants)
  }
}

// MARK: - Formulas

extension Sight {
  /// The formula as the book writes it.
  ///
  /// - Parameter expression: One in the worksheet's own names.
  /// - Returns: One that means the same in the book's worksheet.
  public func shown(_ expression: Expression) -> Expression {
    guard !isOwn else { return expression }
    return laidOut(standingForm(of: expression))
  }

  /// A formula in the book's names, mirrored where an example is a row; what
  /// is mirrored already stands as before.
  func laidOut(_ expression: Expression) -> Expression {
    isMirrored ? expression.mirrored(in: standing) : expression
  }

  /// What a formula of the book means.
  ///
  /// - Parameter expression: One in the book's names.
  /// - Returns: One that means the same in the worksheet itself.
  public func meant(_ expression: Expression) -> Expression {
    guard !isOwn else { return expression }
    return ownForm(of: laidOut(expression))
  }

  /// A name as the book writes it; what the lens does not know stays.
  public func shown(_ name: Name) -> Name {
    let target = layers.first { $0.holds(name) }
    return target?.joinedName(of: name) ?? self.name(name)
  }

  /// The shape that the book gives a quantity.
  func shown(_ shape: SymbolicShape) -> SymbolicShape {
    guard !isOwn else { return shape }
    let named = SymbolicShape(shape) { dimension in
      if case .size(let name) = dimension { return .size(self.name(name)) }
      return dimension
    }
    return named
  }
}

extension SymbolicShape {
  fileprivate init(_ shape: SymbolicShape, _ change: (Dimension) -> Dimension) {
    switch shape {
    case .scalar: self = .scalar
    case .matrix(let rows, let columns):
      self = .matrix(rows: change(rows), columns: change(columns))
    }
  }
}
