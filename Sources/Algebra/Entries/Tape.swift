import Matrices

/// A number that knows which numbers it was computed from.
public struct Traced: Hashable, Sendable {
  public let value: Double
  /// Its place on the tape; nothing for a number that no traced number leads
  /// to.
  let place: Int?
  /// Whether it is a number of the formula and no quantity: a quantity that
  /// happens to be 0 leaves a road open, a 0 of `eye(n)` is none.
  let isWritten: Bool

  init(value: Double, place: Int? = nil, isWritten: Bool = false) {
    self.value = value
    self.place = place
    self.isWritten = isWritten
  }

  fileprivate var isWrittenZero: Bool { isWritten && value == 0 }
}

/// The arithmetic that writes down how each number came of others, so that
/// every slope of one entry in another can be read off afterwards.
///
/// One run over an equation gives the slopes of all its entries in all the
/// entries that are traced, softmax included: nothing is known here of any
/// form but its entry-by-entry steps.
public struct TapeArithmetic: ElementaryArithmetic {
  /// A number on the tape, and the slopes in what it was computed from.
  struct Step {
    var sources: [(place: Int, slope: Double)]
  }

  private(set) var steps: [Step] = []
  private var dual: DualArithmetic

  public init(slopeAtKink: Double = 0) {
    dual = DualArithmetic(slopeAtKink: slopeAtKink)
  }

  public var zero: Traced { Traced(value: 0, isWritten: true) }

  public var one: Traced { Traced(value: 1, isWritten: true) }

  /// A number to be traced.
  mutating func traced(_ value: Double) -> Traced {
    steps.append(Step(sources: []))
    return Traced(value: value, place: steps.count - 1)
  }

  private mutating func written(
    _ value: Double, _ sources: [(Traced, slope: Double)]
  ) -> Traced {
    let active = sources.compactMap { source, slope in
      source.place.map { (place: $0, slope: slope) }
    }
    guard !active.isEmpty else { return Traced(value: value) }
    steps.append(Step(sources: active))
    return Traced(value: value, place: steps.count - 1)
  }

  public mutating func add(_ left: Traced, _ right: Traced) -> Traced {
    written(left.value + right.value, [(left, 1), (right, 1)])
  }

  public mutating func subtract(_ left: Traced, _ right: Traced) -> Traced {
    written(left.value - right.value, [(left, 1), (right, -1)])
  }

  public mutating func multiply(_ left: Traced, _ right: Traced) -> Traced {
    guard !left.isWrittenZero, !right.isWrittenZero else {
      return Traced(value: left.value * right.value, isWritten: true)
    }
    return written(
      left.value * right.value, [(left, right.value), (right, left.value)])
  }

  public mutating func negate(_ number: Traced) -> Traced {
    written(-number.value, [(number, -1)])
  }

  public mutating func divide(_ left: Traced, _ right: Traced) -> Traced {
    let quotient = left.value / right.value
    return written(
      quotient, [(left, 1 / right.value), (right, -quotient / right.value)])
  }

  public mutating func power(_ base: Traced, _ exponent: Traced) -> Traced {
    let inBase = dual.power(
      Dual(base.value, tangent: 1), Dual(exponent.value))
    guard exponent.place != nil else {
      return written(inBase.value, [(base, inBase.tangent)])
    }
    let inExponent = dual.power(
      Dual(base.value), Dual(exponent.value, tangent: 1))
    return written(
      inBase.value, [(base, inBase.tangent), (exponent, inExponent.tangent)])
  }

  public mutating func apply(
    _ function: Function, primes: Int, to argument: Traced
  ) throws -> Traced {
    let result = try dual.apply(
      function, primes: primes, to: Dual(argument.value, tangent: 1))
    return written(result.value, [(argument, result.tangent)])
  }

  public mutating func apply(
    _ function: Function, primes: Int, toEach matrix: Matrix<Traced>
  ) throws -> Matrix<Traced> {
    let results = try dual.apply(
      function, primes: primes,
      toEach: matrix.map { Dual($0.value, tangent: 1) })
    var entries: [Traced] = []
    for (argument, result) in zip(matrix.storage, results.storage) {
      entries.append(written(result.value, [(argument, result.tangent)]))
    }
    return try Matrix(
      rows: matrix.rows, columns: matrix.columns, storage: entries)
  }

  public func number(_ numeral: Numeral) -> Traced {
    Traced(value: numeral.value, isWritten: true)
  }

  public func number(_ value: Double) -> Traced {
    Traced(value: value, isWritten: true)
  }

  public func isLess(_ left: Traced, _ right: Traced) -> Bool {
    left.value < right.value
  }

  public func isEqual(_ left: Traced, _ right: Traced) -> Bool {
    left.value == right.value
  }

  public func double(_ number: Traced) -> Double { number.value }

  public mutating func join(
    _ sign: BinaryOperator, _ left: Matrix<Traced>, _ right: Matrix<Traced>
  ) throws -> Matrix<Traced> {
    try joinEntries(sign, left, right)
  }
}

extension TapeArithmetic {
  /// The slopes of a number in the first `count` numbers of the tape, which
  /// are those that were traced.
  func slopes(of number: Traced, first count: Int) -> [Int: Double] {
    guard let last = number.place else { return [:] }
    var adjoints = [last: 1.0]
    var pending = PlacesFromTheEnd(last)
    var found: [Int: Double] = [:]
    while let place = pending.popLast() {
      let adjoint = adjoints.removeValue(forKey: place) ?? 0
      guard place >= count else {
        found[place] = adjoint
        continue
      }
      for source in steps[place].sources {
        let isNew = adjoints[source.place] == nil
        adjoints[source.place, default: 0] +=
          source.slope == 0 ? 0 : adjoint * source.slope
        if isNew { pending.insert(source.place) }
      }
    }
    return found
  }
}

/// Places on a tape, the last of which is taken first: a binary heap.
private struct PlacesFromTheEnd {
  private var heap: [Int]

  init(_ first: Int) { heap = [first] }

  mutating func insert(_ place: Int) {
    heap.append(place)
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2] < heap[child] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLast() -> Int? {
    guard let top = heap.first, let end = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = end
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter {
        $0 < heap.count
      }
      guard let larger = children.max(by: { heap[$0] < heap[$1] }),
        heap[larger] > heap[parent]
      else { return top }
      heap.swapAt(parent, larger)
      parent = larger
    }
  }
}
