import Algebra

/// What a slip may put in the place of something: the names and functions
/// that a line could have meant.
struct SlipSetting {
  let scope: Scope
  private let names: Set<Name>
  private let letters: [Name]
  /// Whether the part stands between square brackets.
  private(set) var isPlace = false
  /// Whether the part is what a slope is taken in, which is a name or an
  /// entry.
  private var isBottom = false

  init(_ claim: ClaimedEquality) {
    var scope = claim.bench?.worksheet.scope ?? Scope()
    letters = claim.letters.map(\.name)
    for letter in claim.letters { scope.shapes[letter.name] = letter.shape }
    self.scope = scope
    names = Set(scope.shapes.keys)
  }

  /// The setting of a part of an expression.
  func inside(_ expression: Expression, _ place: Int) -> SlipSetting {
    var setting = self
    if case .entry = expression, place > 0 { setting.isPlace = true }
    if case .derivative = expression, place == 1 { setting.isBottom = true }
    return setting
  }

  func isMatrix(_ expression: Expression) -> Bool {
    guard let shape = try? expression.shape(in: scope) else { return false }
    return !shape.isScalar
  }
}

// MARK: - Names

extension SlipSetting {
  /// Another quantity: of the next layer or the one before, the argument for
  /// the value; and the transpose.
  func slips(_ name: Name) -> [Expression] {
    let others = neighbours(of: name) + counterparts(of: name) + sizes(name)
    let letters = self.letters.contains(name) ? self.letters : []
    let named = (others + letters).filter { $0 != name }.map(Expression.name)
    let turns = !isBottom && !isPlace && isMatrix(.name(name))
    return named + (turns ? [.transpose(.name(name))] : [])
  }

  private func neighbours(of name: Name) -> [Name] {
    guard let layer = Int(name.index) else { return [] }
    return [layer - 1, layer + 1].map {
      Name(stem: name.stem, index: "\($0)")
    }.filter(isKnown)
  }

  private static let pairs = [
    ("z", "a"), ("δ", "da"), ("dW", "W"), ("db", "b"), ("db", "δ"),
  ]

  private func counterparts(of name: Name) -> [Name] {
    SlipSetting.pairs.compactMap { one, other in
      if name.stem == one { return Name(stem: other, index: name.index) }
      if name.stem == other { return Name(stem: one, index: name.index) }
      return nil
    }.filter(isKnown)
  }

  /// Another length of an axis.
  private func sizes(_ name: Name) -> [Name] {
    scope.sizes[name] == nil || names.contains(name)
      ? [] : scope.sizes.keys.sorted()
  }

  private func isKnown(_ name: Name) -> Bool { names.contains(name) }
}

// MARK: - Functions

extension SlipSetting {
  /// Functions that are taken for one another.
  private static let kin: [[Name]] = [
    ["sigmoid", "tanh", "relu"], ["exp", "ln"], ["sum", "mean"],
    ["rowsum", "colsum"], ["max", "min"], ["sin", "cos"],
    ["softmax", "sigmoid"], ["abs", "sign"],
  ]

  /// A prime more or less, another function, or none at all.
  func slips(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) -> [Expression] {
    let function = scope.functions[name]
    var forms: [Expression] = []
    if primes > 0 { forms.append(.call(name, primes: primes - 1, arguments)) }
    if function?.isActivation ?? false, primes == 0 {
      forms.append(.call(name, primes: 1, arguments))
    }
    forms += others(than: name, function).map {
      .call($0, primes: primes, arguments)
    }
    if arguments.count == 1, primes == 0 { forms += arguments }
    return forms
  }

  private func others(than name: Name, _ function: Function?) -> [Name] {
    let layer = Int(name.index).map { [$0 - 1, $0 + 1] } ?? []
    let ofLayers = layer.map { Name(stem: name.stem, index: "\($0)") }
    let original = function?.original ?? name
    let kin = SlipSetting.kin.filter { $0.contains(original) }.flatMap { $0 }
    var seen: Set<Name> = [original]
    return (ofLayers + kin).filter { other in
      guard let found = scope.functions[other] else { return false }
      return seen.insert(found.original).inserted
    }
  }
}
