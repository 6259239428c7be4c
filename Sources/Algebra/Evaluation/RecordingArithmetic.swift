import Matrices

/// A number, and where it stands on the record of what led to what.
struct Recorded<Number: Sendable>: Sendable {
  let value: Number
  /// Nothing for a number that none of those followed leads to.
  let place: Int?
  /// Whether it is a number of the formula and no quantity: a quantity that
  /// happens to be 0 leaves a road open, a 0 of `eye(n)` is none.
  let isWritten: Bool

  init(_ value: Number, at place: Int? = nil, isWritten: Bool = false) {
    self.value = value
    self.place = place
    self.isWritten = isWritten
  }
}

/// Any arithmetic, with a record of how each number follows from others, from
/// which every slope can be read off.
///
/// Source: Griewank and Walther, *Evaluating Derivatives* (2008), chapter 3.
struct RecordingArithmetic<Base: ElementaryArithmetic>: ElementaryArithmetic {
  typealias Number = Recorded<Base.Number>

  var base: Base
  private(set) var steps: [Step] = []

  /// The numbers that one came of, and its slopes in them.
  struct Step {
    let sources: [(place: Int, slope: Base.Number)]
  }

  init(_ base: Base) { self.base = base }

  /// A number whose influence is wanted.
  mutating func followed(_ value: Base.Number) -> Number {
    steps.append(Step(sources: []))
    return Recorded(value, at: steps.count - 1)
  }

  private mutating func recorded(
    _ value: Base.Number, _ sources: (Int?, Base.Number)...
  ) -> Number {
    let known = sources.compactMap { place, slope in
      place.map { (place: $0, slope: slope) }
    }
    guard !known.isEmpty else { return Recorded(value) }
    steps.append(Step(sources: known))
    return Recorded(value, at: steps.count - 1)
  }

  var zero: Number { Recorded(base.zero, isWritten: true) }
  var one: Number { Recorded(base.one, isWritten: true) }
  var isOrdered: Bool { base.isOrdered }

  mutating func number(_ numeral: Numeral) -> Number {
    Recorded(base.number(numeral), isWritten: true)
  }

  mutating func number(_ value: Double) -> Number {
    Recorded(base.number(value), isWritten: true)
  }

  func double(_ number: Number) -> Double { base.double(number.value) }

  mutating func isLess(_ left: Number, _ right: Number) -> Bool {
    base.isLess(left.value, right.value)
  }

  mutating func isEqual(_ left: Number, _ right: Number) -> Bool {
    base.isEqual(left.value, right.value)
  }

  mutating func add(_ left: Number, _ right: Number) -> Number {
    let value = base.add(left.value, right.value)
    guard left.place != nil || right.place != nil else {
      return Recorded(value)
    }
    return recorded(value, (left.place, base.one), (right.place, base.one))
  }

  mutating func subtract(_ left: Number, _ right: Number) -> Number {
    let value = base.subtract(left.value, right.value)
    guard left.place != nil || right.place != nil else {
      return Recorded(value)
    }
    let minusOne = base.negate(base.one)
    return recorded(value, (left.place, base.one), (right.place, minusOne))
  }

  mutating func multiply(_ left: Number, _ right: Number) -> Number {
    let value = base.multiply(left.value, right.value)
    guard !isWrittenZero(left), !isWrittenZero(right) else {
      return Recorded(value, isWritten: true)
    }
    guard left.place != nil || right.place != nil else {
      return Recorded(value)
    }
    return recorded(
      value, (left.place, right.value), (right.place, left.value))
  }

  private func isWrittenZero(_ number: Number) -> Bool {
    number.isWritten && double(number) == 0
  }

  mutating func negate(_ number: Number) -> Number {
    let value = base.negate(number.value)
    guard number.place != nil else { return Recorded(value) }
    return recorded(value, (number.place, base.negate(base.one)))
  }

  mutating func divide(
    _ left: Number, _ right: Number
  ) throws(Base.Failure) -> Number {
    let value = try base.divide(left.value, right.value)
    guard left.place != nil || right.place != nil else {
      return Recorded(value)
    }
    let share = try base.divide(base.one, right.value)
    let slope = base.negate(base.multiply(value, share))
    return recorded(value, (left.place, share), (right.place, slope))
  }

  mutating func power(_ left: Number, _ right: Number) throws -> Number {
    let value = try base.power(left.value, right.value)
    guard left.place != nil || right.place != nil else {
      return Recorded(value)
    }
    var inBase = base.zero
    if left.place != nil, !base.isEqual(right.value, base.zero) {
      let lowered = base.subtract(right.value, base.one)
      inBase = base.multiply(
        right.value, try base.power(left.value, lowered))
    }
    guard right.place != nil else {
      return recorded(value, (left.place, inBase))
    }
    let logarithm = try base.apply(.ln, primes: 0, to: left.value)
    return recorded(
      value, (left.place, inBase),
      (right.place, base.multiply(value, logarithm)))
  }

  mutating func apply(
    _ function: Function, primes: Int, to argument: Number
  ) throws -> Number {
    try apply(function, primes: primes, toEach: Matrix(scalar: argument))
      .storage[0]
  }

  mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Number>
  ) throws -> Matrix<Number> {
    let numbers = matrix.map(\.value)
    let values = try base.apply(function, primes: primes, toEach: numbers)
    guard matrix.storage.contains(where: { $0.place != nil }) else {
      return values.map { Recorded($0) }
    }
    let slopes = try base.apply(
      function, primes: primes + 1, toEach: numbers)
    var entries: [Number] = []
    for (place, argument) in matrix.storage.enumerated() {
      entries.append(
        recorded(
          values.storage[place], (argument.place, slopes.storage[place])))
    }
    return try Matrix(
      rows: matrix.rows, columns: matrix.columns, storage: entries)
  }
}

extension RecordingArithmetic {
  /// The slopes of a number in the first `count` numbers that were followed,
  /// found from the number backwards.
  mutating func slopes(
    of number: Number, inFirst count: Int
  ) -> [Base.Number] {
    guard let last = number.place else {
      return Array(repeating: base.zero, count: count)
    }
    var slopes: [Base.Number?] = Array(
      repeating: nil, count: Swift.max(last + 1, count))
    slopes[last] = base.one
    for place in stride(from: last, through: 0, by: -1) {
      guard let slope = slopes[place] else { continue }
      for source in steps[place].sources {
        let share = base.multiply(slope, source.slope)
        slopes[source.place] =
          slopes[source.place].map { base.add($0, share) } ?? share
      }
    }
    let zero = base.zero
    return slopes.prefix(count).map { $0 ?? zero }
  }

  /// How fast every recorded number changes when those that were followed
  /// first change as they are said to, found from these forwards.
  mutating func changes(ofFirst changes: [Base.Number]) -> [Base.Number] {
    var all = changes
    for place in changes.count..<Swift.max(steps.count, changes.count) {
      var change = base.zero
      for source in steps[place].sources {
        change = base.add(
          change, base.multiply(source.slope, all[source.place]))
      }
      all.append(change)
    }
    return all
  }
}
