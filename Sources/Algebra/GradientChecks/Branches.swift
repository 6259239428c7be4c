import Matrices

/// On which side of its kink every function was that bends, in the order of
/// the computation.
///
/// Two computations of the same formulas can be compared place by place: what
/// differs first is the kink that lies between them.
struct Branches: Sendable {
  /// The equation that is being computed.
  var equation: Name?
  private var sides: [UInt8] = []
  private var runs: [Run] = []

  /// A stretch of sides that one call noted.
  private struct Run: Sendable {
    let start: Int
    let equation: Name?
    /// The function that bends; nil where numbers were compared.
    let function: Name?
    let shape: Shape?
  }

  mutating func note(
    _ matrix: Matrix<Double>, by function: Name, kinks: [Double]
  ) {
    for kink in kinks {
      runs.append(
        Run(
          start: sides.count, equation: equation, function: function,
          shape: matrix.shape))
      for number in matrix.storage { sides.append(Self.side(number, kink)) }
    }
  }

  mutating func note(_ left: Double, against right: Double) {
    if runs.last?.function != nil || runs.last?.equation != equation
      || runs.isEmpty
    {
      runs.append(
        Run(
          start: sides.count, equation: equation, function: nil, shape: nil))
    }
    sides.append(Self.side(left, right))
  }

  private static func side(_ number: Double, _ kink: Double) -> UInt8 {
    number < kink ? 0 : number > kink ? 1 : number == kink ? 2 : 3
  }

  /// Whether both computations went the same way everywhere.
  func agree(with other: Branches) -> Bool { sides == other.sides }

  /// The first place at which the other computation went another way.
  func firstKink(towards other: Branches) -> Kink? {
    let length = min(sides.count, other.sides.count)
    let place = (0..<length).first { sides[$0] != other.sides[$0] }
    guard let place, let run = runs.last(where: { $0.start <= place }),
      let equation = run.equation
    else { return nil }
    return Kink(
      equation: equation, function: run.function, offset: place - run.start,
      shape: run.shape)
  }

  /// A place at which a computation bends.
  struct Kink: Hashable, Sendable {
    /// The quantity that is computed there.
    let equation: Name
    /// The function that bends; nil where numbers are compared.
    let function: Name?
    /// The entry of what the function is applied to.
    let offset: Int
    let shape: Shape?
  }
}
