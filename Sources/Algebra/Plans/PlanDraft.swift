internal import CKernels
import Matrices

/// The equations of a worksheet as a graph, before anything has a place in
/// memory.
struct PlanDraft {
  var graph: PlanGraph
  private(set) var givens: [Name: Int] = [:]
  /// Every quantity that is computed or given.
  private(set) var computed: [Name: Int] = [:]
  /// What replaces each given quantity at the end.
  private(set) var updates: [(given: Int, value: Int)] = []
  /// The names in the order of the worksheet.
  let names: [Name]
  /// The given quantities that have one column for each example.
  let batch: Set<Name>
  /// Into how many parts the examples may be divided, to be computed beside
  /// each other.
  private(set) var lanes = 2

  init(
    _ worksheet: Worksheet, _ shapes: [Name: Shape], updates: Bool
  ) throws(PlanFault) {
    names = worksheet.names
    batch = Self.batch(of: worksheet)
    var scope = worksheet.scope.bound(to: shapes)
    let isRateFree =
      updates && !scope.isKnown(Worksheet.rate)
      && worksheet.equations.contains {
        $0.role == .update && $0.expression.names.contains(Worksheet.rate)
      }
    if isRateFree { scope.shapes[Worksheet.rate] = .scalar }
    var reader = PlanReader(scope: scope, slopeAtKink: worksheet.slopeAtKink)
    for given in worksheet.givens {
      guard let shape = shapes[given.name] else {
        throw .unknownShape(given.name)
      }
      do { try scope.check(given.name, shape) } catch {
        throw .worksheet(
          .shapeDiffers(
            given.name, expected: given.shape, found: "\(shape)"))
      }
      givens[given.name] = reader.given(given.name, shape)
    }
    if isRateFree {
      givens[Worksheet.rate] = reader.given(
        Worksheet.rate, Shape(rows: 1, columns: 1))
    }
    graph = reader.graph
    try read(worksheet, &reader, updates: updates)
    graph = reader.graph
  }

  /// Values that follow from others, all of them looked up.
  ///
  /// What has a column for each example goes by columns.
  init(
    _ graph: PlanGraph, _ generals: [PlanGraph.General], examples: Int,
    lanes: Int
  ) {
    var graph = graph
    graph.adopt(generals)
    self.graph = graph
    self.lanes = lanes
    names = []
    var batch: Set<Name> = []
    for place in graph.nodes.indices {
      guard case .given(let name) = graph[place].operation else { continue }
      givens[name] = place
      if graph[place].columns == examples { batch.insert(name) }
    }
    self.batch = batch
  }

  private mutating func read(
    _ worksheet: Worksheet, _ reader: inout PlanReader, updates: Bool
  ) throws(PlanFault) {
    for equation in worksheet.equations where equation.role != .update {
      reader.values[equation.name] = try Self.value(of: equation, &reader)
    }
    computed = reader.values
    guard updates else { return }
    var replaced: [Int: Int] = [:]
    var order: [Int] = []
    for equation in worksheet.equations where equation.role == .update {
      guard let given = givens[equation.name] else {
        throw .worksheet(.unknownQuantity(equation.name))
      }
      let value = try Self.value(of: equation, &reader)
      let (old, new) = (reader.shape(of: given), reader.shape(of: value))
      guard old == new else {
        throw .worksheet(
          .shapeDiffers(
            equation.name, expected: SymbolicShape(old), found: "\(new)"))
      }
      if replaced[given] == nil { order.append(given) }
      replaced[given] = value
    }
    self.updates = order.compactMap { given in
      replaced[given].map {
        (given: given, value: reader.graph.kept($0, from: replaced))
      }
    }
  }

  private static func value(
    of equation: Equation, _ reader: inout PlanReader
  ) throws(PlanFault) -> Int {
    do { return try reader.value(of: equation.computed) } catch let fault
      as ExpressionFault
    {
      throw .worksheet(.equation(equation.name, fault))
    } catch let fault as PlanFault {
      throw fault
    } catch {
      throw .worksheet(
        .equation(equation.name, ExpressionFault(.derivativeInside)))
    }
  }

  /// What is given by examples: the inputs and targets whose columns are the
  /// same free size as those of the first input.
  private static func batch(of worksheet: Worksheet) -> Set<Name> {
    let sets = worksheet.givens.filter {
      $0.role == .input || $0.role == .target
    }
    guard
      let columns = sets.first(where: { $0.role == .input })?.shape.columns,
      case .size = columns
    else { return [] }
    return Set(sets.filter { $0.shape.columns == columns }.map(\.name))
  }
}

extension PlanGraph {
  /// A value that outlives the update of what it is read from: one that is a
  /// given quantity as it stands would change with that quantity.
  fileprivate mutating func kept(
    _ value: Int, from updated: [Int: Int]
  ) -> Int {
    updated[source(of: value)] == nil ? value : unary(KernelCopy, value)
  }
}

extension PlanReader {
  mutating func given(_ name: Name, _ shape: Shape) -> Int {
    let place = graph.place(
      of: PlanGraph.Node(
        operation: .given(name), rows: shape.rows, columns: shape.columns))
    values[name] = place
    return place
  }
}
