internal import CKernels
import Matrices

extension PlanReader {
  mutating func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) throws -> Int {
    let function = try scope.function(name, taking: arguments.count)
    if let elementwise = function.elementwise {
      let argument = try child(0, arguments[0])
      return try apply(
        elementwise, of: function, primes: primes, to: argument)
        ?? general(.call(name, primes: primes, arguments))
    }
    guard primes == 0 else { throw ExpressionFault(.primesOnMany(name)) }
    if let maker = function.body as? Maker {
      return try made(maker, arguments)
    }
    var values: [Int] = []
    for (step, argument) in arguments.enumerated() {
      values.append(try child(step, argument))
    }
    return try known(function.body, values)
      ?? general(.call(name, primes: 0, arguments))
  }

  private mutating func known(
    _ body: any FunctionBody, _ values: [Int]
  ) throws -> Int? {
    let value = values[0]
    switch body {
    case is Softmax: return graph.columnwise(KernelSoftmax, values)
    case is LogSoftmax: return graph.columnwise(KernelLogSoftmax, values)
    case is LogSumExp:
      return graph.columnwise(KernelLogSumExp, values, toRow: true)
    case is SumOthers: return graph.columnwise(KernelSumOthers, values)
    case is LogSumOthers: return graph.columnwise(KernelLogSumOthers, values)
    case is PassOthers: return graph.columnwise(KernelPassOthers, values)
    case is RowSum: return graph.rowSums(value)
    case is ColumnSum: return graph.columnSums(value)
    case let sum as SumOfAll:
      let total = graph.number(KernelTotal, [value])
      guard sum.isMean else { return total }
      return graph.binary(
        KernelDivide, total, graph.constant(Double(graph[value].count)))
    case is Norm:
      return graph.unary(KernelSqrt, graph.number(KernelSquares, [value]))
    case is InnerProduct: return graph.number(KernelInner, values)
    case let truth as Truth:
      return graph.number(truth.ofEvery ? KernelEvery : KernelSome, [value])
    case let extremum as Extremum: return extreme(extremum, values)
    case is Trace: return graph.number(KernelTotal, [diagonal(of: value)])
    case is Diagonal:
      let node = graph[value]
      return node.rows == 1 || node.columns == 1
        ? graph.place(
          of: PlanGraph.Node(
            operation: .diagonal, inputs: [value], rows: node.count,
            columns: node.count))
        : diagonal(of: value)
    case is ShapeRow:
      let node = graph[value]
      return graph.assembled(
        [
          graph.constant(Double(node.rows)),
          graph.constant(Double(node.columns)),
        ], beside: true)
    default: return nil
    }
  }

  private mutating func diagonal(of value: Int) -> Int {
    let node = graph[value]
    if node.isScalar { return value }
    return graph.place(
      of: PlanGraph.Node(
        operation: .diagonalOf, inputs: [value], rows: node.rows, columns: 1))
  }

  private mutating func extreme(_ extremum: Extremum, _ values: [Int]) -> Int {
    if values.count == 2 {
      return graph.binary(
        extremum.isMaximum ? KernelMaximum : KernelMinimum, values[0],
        values[1])
    }
    if graph[values[0]].isScalar { return values[0] }
    return graph.number(
      extremum.isMaximum ? KernelLargest : KernelSmallest, values)
  }

  private mutating func made(
    _ maker: Maker, _ arguments: [Expression]
  ) throws -> Int {
    var sizes: [Int] = []
    for (step, argument) in arguments.enumerated() {
      let value = try child(step, argument)
      guard let number = graph.constant(at: value),
        let size = Int(exactly: number), size > 0
      else { throw ExpressionFault(.sizeWanted(maker.name), at: [step]) }
      sizes.append(size)
    }
    let rows = sizes[0]
    let columns = sizes[sizes.count - 1]
    switch maker.kind {
    case .ones:
      return graph.fill(graph.constant(1), rows: rows, columns: columns)
    case .zeros:
      return graph.fill(graph.constant(0), rows: rows, columns: columns)
    case .unit:
      let ones = graph.fill(graph.constant(1), rows: rows, columns: 1)
      guard rows > 1 else { return ones }
      return graph.place(
        of: PlanGraph.Node(
          operation: .diagonal, inputs: [ones], rows: rows, columns: rows))
    }
  }
}

// MARK: - Functions of one number

extension PlanReader {
  /// The functions that are computed by steps of their own.
  private static let kernels: [Name: KernelOperation] = [
    "exp": KernelExp, "ln": KernelLn, "log1p": KernelLog1p,
    "sqrt": KernelSqrt, "floor": KernelFloor, "abs": KernelAbs,
    "sign": KernelSign,
    "step": KernelStep01, "sigmoid": KernelSigmoid, "tanh": KernelTanh,
    "sech": KernelSech, "softplus": KernelSoftplus, "relu": KernelRelu,
    "leakyrelu": KernelLeakyRelu, "not": KernelNot, "sin": KernelSin,
    "cos": KernelCos, "cosh": KernelCosh, "sinh": KernelSinh,
    "erf": KernelErf, "Phi": KernelNormalShare, "phi": KernelNormalDensity,
    "gelu": KernelGelu,
  ]

  /// The function, or a slope of it, of each entry; nothing where only the
  /// evaluator knows it.
  private mutating func apply(
    _ elementwise: Elementwise, of function: Function, primes: Int,
    to argument: Int
  ) throws -> Int? {
    if elementwise.isUnknown { throw PlanFault.opaque(function.name) }
    let isOwn = isOfTheLanguage(function, elementwise)
    if primes == 0 {
      if isOwn, function.original == "identity" { return argument }
      if isOwn, let kernel = Self.kernels[function.original] {
        let number = kernel == KernelStep01 ? slopeAtKink : 0
        return graph.unary(kernel, argument, number: number)
      }
      guard let definition = elementwise.definition else { return nil }
      return try formula(
        definition, elementwise.functions ?? Function.table, argument)
    }
    if isOwn, primes == 1, function.original == "sigmoid" {
      return graph.unary(KernelSigmoidSlope, argument)
    }
    let law = try elementwise.slope(
      order: primes, of: function.name, stable: true)
    var functions = elementwise.functions ?? Function.table
    functions[function.name] = function
    let output =
      law.names.contains(Elementwise.output)
      ? try apply(elementwise, of: function, primes: 0, to: argument) : nil
    if output == nil, law.names.contains(Elementwise.output) { return nil }
    return try formula(law, functions, argument, output: output)
  }

  /// Whether it is the function of the language and not another one that
  /// has its name.
  private func isOfTheLanguage(
    _ function: Function, _ elementwise: Elementwise
  ) -> Bool {
    guard elementwise.definition == nil, elementwise.functions == nil,
      let own = Self.original(of: function)?.elementwise
    else { return false }
    return own.slope == elementwise.slope && own.exact == elementwise.exact
      && own.kinks == elementwise.kinks
      && own.stableSlope == elementwise.stableSlope
  }

  private static func original(of function: Function) -> Function? {
    Function.table[function.original]
      ?? (function.original == Function.floor.name ? .floor : nil)
  }

  /// The value of a formula in `x` and `y` for each entry.
  private mutating func formula(
    _ law: Expression, _ functions: [Name: Function], _ argument: Int,
    output: Int? = nil
  ) throws -> Int {
    var inner = PlanReader(
      scope: Scope(functions: functions, notation: scope.notation),
      slopeAtKink: slopeAtKink)
    inner.values[Elementwise.input] = argument
    inner.values[Elementwise.output] = output
    swap(&inner.graph, &graph)
    defer { swap(&inner.graph, &graph) }
    let value = try inner.value(of: law)
    let node = inner.graph[argument]
    guard inner.graph[value].isScalar, !node.isScalar else { return value }
    return inner.graph.fill(value, rows: node.rows, columns: node.columns)
  }
}
