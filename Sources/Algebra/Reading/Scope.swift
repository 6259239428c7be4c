/// What names mean where a line is read: quantities, sizes and functions.
public struct Scope: Sendable {
  /// The quantities, and what each is.
  public var shapes: [Name: SymbolicShape]
  /// The names that stand for the length of an axis, such as `m`; each is a
  /// scalar in a formula and a dimension in a shape.
  public var sizes: [Name: Dimension]
  /// The functions, under every spelling that is read as one.
  public var functions: [Name: Function]
  public var notation: Notation

  public init(
    shapes: [Name: SymbolicShape] = [:], sizes: [Name: Dimension] = [:],
    functions: [Name: Function] = Function.table,
    notation: Notation = .backstep
  ) {
    self.shapes = shapes
    self.sizes = sizes
    self.functions = functions
    self.notation = notation
  }

  /// What the name is, or nothing where it is unknown.
  public func shape(of name: Name) -> SymbolicShape? {
    shapes[name] ?? (sizes[name] == nil ? nil : .scalar)
  }

  /// The name with its index drawn where the notation draws it.
  func drawn(_ name: Name) -> Name {
    if let place = shapes.index(forKey: name) { return shapes.keys[place] }
    return sizes.index(forKey: name).map { sizes.keys[$0] } ?? name
  }

  public func isKnown(_ name: Name) -> Bool { shape(of: name) != nil }

  /// Every name that may be typed, for completion and for the nearest one.
  public var names: [Name] { (Array(shapes.keys) + Array(sizes.keys)).sorted() }
}
