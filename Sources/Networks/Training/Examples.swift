import Algebra
import Matrices

/// The examples of a worksheet, and which of them an iteration takes.
struct Examples {
  let count: Int
  /// The given quantities that have one column for each example.
  let names: [Name]
  /// How many examples an iteration takes, but for the last of an epoch.
  let batch: Int
  /// Whether every iteration takes all of them, in their order.
  var isWhole: Bool { batch == count }
  private let shuffles: Bool
  private let seed: UInt64

  /// How many iterations go through all examples.
  var iterationsPerEpoch: Int { (count + batch - 1) / batch }

  /// Finds the size that the columns of the inputs stand for.
  init(
    _ worksheet: Worksheet, _ values: [Name: Matrix<Double>],
    _ settings: TrainingSettings
  ) throws(TrainingFault) {
    shuffles = settings.shuffles
    seed = settings.seed
    let inputs = worksheet.givens.filter { $0.role == .input }
    let size = inputs.lazy.compactMap(\.shape.columns.name).first
    let holders = worksheet.givens.filter {
      size != nil && $0.shape.columns.name == size
    }
    names = holders.map(\.name)
    let columns = names.first.flatMap { values[$0]?.columns }
    count = columns ?? 1
    batch =
      switch settings.batch {
      case .all: count
      case .one: 1
      case .size(let size): min(size, count)
      }
    guard let size else {
      guard settings.batch == .all else { throw .noExamples }
      return
    }
    guard !isWhole else { return }
    for given in worksheet.givens {
      let isCarried = given.role == .parameter || given.role == .state
      guard given.shape.rows.name != size,
        !isCarried || given.shape.columns.name != size
      else { throw .examplesElsewhere(given.name, size: size) }
    }
  }

  /// The iterations of an epoch count from its first; the examples that one
  /// takes are a part of the epoch's order.
  func range(of iteration: Int) -> Range<Int> {
    let start = iteration % iterationsPerEpoch * batch
    return start..<min(start + batch, count)
  }

  /// The examples in the order of an epoch, which nothing but the seed and
  /// the epoch decides.
  func order(epoch: Int) -> [Int] {
    guard shuffles, !isWhole else { return Array(0..<count) }
    var numbers = SeededNumbers("order of examples", seed)
    numbers.mix(UInt64(epoch.magnitude))
    return numbers.order(of: count)
  }

  /// The examples of an iteration.
  func columns(of iteration: Int) -> [Int] {
    Array(order(epoch: iteration / iterationsPerEpoch)[range(of: iteration)])
  }
}

extension Dimension {
  fileprivate var name: Name? {
    if case .size(let name) = self { name } else { nil }
  }
}

extension SymbolicShape {
  fileprivate var rows: Dimension {
    if case .matrix(let rows, _) = self { rows } else { .one }
  }

  fileprivate var columns: Dimension {
    if case .matrix(_, let columns) = self { columns } else { .one }
  }
}

extension Matrix<Double> {
  /// The columns at some places, in their order.
  func columns(at places: [Int]) -> Matrix<Double>? {
    try? Matrix(rows: rows, columns: places.count) { self[$0, places[$1]] }
  }
}
