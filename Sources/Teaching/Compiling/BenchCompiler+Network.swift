import Algebra
import Matrices
import Networks

extension BenchCompiler {
  mutating func bench(of syntax: NetworkDescriptionSyntax) -> Bench? {
    var values: [Name: Matrix<Double>] = [:]
    for value in syntax.values {
      guard case .literal(let source) = value.content else { continue }
      values[Name(value.name.text)] = self.value(of: source)
    }
    for set in syntax.sets {
      values.merge(examples(of: set)) { $1 }
    }
    guard let description = description(of: syntax, values) else { return nil }
    let worksheet: Worksheet
    do { worksheet = try description.worksheet() } catch {
      reader.faults.add(
        error.words(in: Worksheet()), at: syntax.cost ?? syntax.layers.input)
      return nil
    }
    if let strength = syntax.penalty?.strength, let number = number(strength) {
      values["λ"] = Matrix(scalar: number)
    }
    guard fill(&values, of: worksheet, description, from: syntax) else {
      return nil
    }
    return checked(worksheet, values, as: description, at: syntax.layers.input)
  }

  private mutating func description(
    of syntax: NetworkDescriptionSyntax, _ values: [Name: Matrix<Double>]
  ) -> NetworkDescription? {
    guard let input = size(syntax.layers.input) else { return nil }
    var sizes = [input]
    var activations: [Activation] = []
    for layer in syntax.layers.layers {
      guard let size = size(layer.size),
        let activation = activation(layer.activation)
      else { return nil }
      sizes.append(size)
      activations.append(activation)
    }
    guard let (cost, reduction) = cost(of: syntax) else { return nil }
    var description = NetworkDescription(
      layers: sizes, activations: activations,
      hasBias: activations.map { _ in syntax.layers.hasBias }, cost: cost,
      reduction: reduction)
    description.examples = examples(syntax, values)
    description.delta =
      syntax.delta.flatMap { .init(rawValue: $0.text) } ?? .mean
    if let slope = syntax.reluSlopeAtZero.flatMap({ number($0) }) {
      description.slopeAtKink = slope
    }
    description.targetColumnsSumToOne =
      values["y"].map(\.columnsSumToOne) ?? false
    if let penalty = syntax.penalty {
      guard let made = self.penalty(penalty) else { return nil }
      description.penalty = made
    }
    return description
  }

  private mutating func size(_ source: SourceText) -> Int? {
    guard let size = Int(source.text), size > 0, size <= 1024 else {
      reader.faults.add(.layerSize(source.text), at: source)
      return nil
    }
    return size
  }

  private mutating func activation(_ source: SourceText) -> Activation? {
    if let activation = Activation.named(source.text) { return activation }
    reader.faults.add(.activationUnknown(source.text), at: source)
    return nil
  }

  private mutating func cost(
    of syntax: NetworkDescriptionSyntax
  ) -> (Cost, Reduction)? {
    guard let source = syntax.cost else {
      reader.faults.add(.costMissing, at: syntax.layers.input)
      return nil
    }
    guard let words = CostWords(source.text) else {
      reader.faults.add(.costUnknown(source.text), at: source)
      return nil
    }
    return (words.cost, words.reduction)
  }

  private func examples(
    _ syntax: NetworkDescriptionSyntax, _ values: [Name: Matrix<Double>]
  ) -> NetworkDescription.Examples {
    if let written = syntax.examples {
      return written.text == "one" ? .one : .many
    }
    return values["x"]?.columns == 1 ? .one : .many
  }

  private mutating func penalty(
    _ syntax: NetworkDescriptionSyntax.Penalty
  ) -> Penalty? {
    guard let strength = number(syntax.strength) else { return nil }
    guard let divisor = Penalty.Divisor(rawValue: syntax.divisor.text) else {
      reader.faults.add(
        .penaltyDivisor(syntax.divisor.text), at: syntax.divisor)
      return nil
    }
    return Penalty(strength: strength, over: divisor)
  }
}

// MARK: - Values

extension BenchCompiler {
  /// Checks that every given quantity has a value of its shape.
  private mutating func fill(
    _ values: inout [Name: Matrix<Double>], of worksheet: Worksheet,
    _ description: NetworkDescription, from syntax: NetworkDescriptionSyntax
  ) -> Bool {
    var isComplete = true
    var draws = draws(of: syntax)
    let columns = values["x"]?.columns ?? 1
    for source in syntax.sets.flatMap(\.names) {
      isComplete =
        fits(source, values, of: worksheet, description) && isComplete
    }
    for value in syntax.values {
      let name = Name(value.name.text)
      guard let given = worksheet.given(name) else {
        reader.faults.add(
          .valueOfNothing(value.name.text, worksheet), at: value.name)
        isComplete = false
        continue
      }
      let shape = description.shape(of: given, examples: columns)
      switch value.content {
      case .literal: break
      case .initial(let source, let seed):
        guard let drawn = drawn(name, shape, source, seed, &draws) else {
          reader.faults.add(.initialValues(source.text), at: source)
          isComplete = false
          continue
        }
        values[name] = drawn
      }
      guard let found = values[name] else { isComplete = false; continue }
      if found.shape != shape {
        reader.faults.add(
          .valueShape(name, shape, found.shape), at: value.name)
        isComplete = false
      }
    }
    for given in worksheet.givens where values[given.name] == nil && isComplete
    {
      reader.faults.add(.valueMissing(given.name), at: syntax.layers.input)
      isComplete = false
    }
    return isComplete
  }

  /// Whether the inputs or the targets of a set are what the network takes.
  private mutating func fits(
    _ source: SourceText, _ values: [Name: Matrix<Double>],
    of worksheet: Worksheet, _ description: NetworkDescription
  ) -> Bool {
    let name = Name(source.text)
    guard let given = worksheet.given(name) else {
      reader.faults.add(.valueOfNothing(source.text, worksheet), at: source)
      return false
    }
    // What is wrong with the set itself is said already.
    guard let found = values[name] else { return false }
    let shape = description.shape(of: given, examples: found.columns)
    guard found.shape != shape else { return true }
    reader.faults.add(.valueShape(name, shape, found.shape), at: source)
    return false
  }
}

extension BenchCompiler {
  /// What all initial values without a seed of their own are drawn from.
  private mutating func draws(
    of syntax: NetworkDescriptionSyntax
  ) -> WeightDraws {
    guard let line = syntax.weightSource else {
      return WeightDraws(from: .own(seed: 1))
    }
    let text = "\(line.key) \(line.source.text)"
    guard let known = WeightSource(text) else {
      reader.faults.add(.weightSource(text), at: line.source)
      return WeightDraws(from: .own(seed: 1))
    }
    return WeightDraws(from: known)
  }

  /// Initial values, `glorot` or `normal 0.01`.
  private func drawn(
    _ name: Name, _ shape: Shape, _ source: SourceText, _ seed: SourceText?,
    _ draws: inout WeightDraws
  ) -> Matrix<Double>? {
    guard let wish = WeightWish(source.text) else { return nil }
    guard let seed else {
      return try? draws.matrix(wish.kind, for: name, shape, width: wish.width)
    }
    return UInt64(seed.text).flatMap {
      try? wish.kind.matrix(for: name, shape, width: wish.width, seed: $0)
    }
  }
}

extension NetworkDescription {
  /// The shape that a given quantity of the network has.
  fileprivate func shape(of given: Given, examples columns: Int) -> Shape {
    guard case .matrix(let rows, let others) = given.shape else {
      return Shape(rows: 1, columns: 1)
    }
    return Shape(
      rows: count(rows, columns), columns: count(others, columns))
  }

  private func count(_ dimension: Dimension, _ columns: Int) -> Int {
    switch dimension {
    case .one: return 1
    case .fixed(let count): return count
    case .size(let name):
      guard let layer = Int(name.index), layers.indices.contains(layer) else {
        return columns
      }
      return layers[layer]
    }
  }
}

extension Matrix where Element == Double {
  /// Whether the entries of each column add up to 1, as where they stand for
  /// one class of several.
  fileprivate var columnsSumToOne: Bool {
    rows > 1
      && (0..<columns).allSatisfy { column in
        let total = (0..<rows).reduce(0) { $0 + self[$1, column] }
        return (total - 1).magnitude < 1e-9
      }
  }
}
