import Algebra
import Matrices
import Networks
import Presentation

/// A picture of what a network has learned, behind `plot`: one row of its
/// help.
struct LearningPicture: Sendable {
  let name: String
  let usage: String
  let summary: String
  let draw: @Sendable (Session, String) throws -> Reply

  static func named(_ name: String) -> LearningPicture? {
    all.first { $0.name == name }
  }

  static let all: [LearningPicture] = [
    LearningPicture(
      name: "training", usage: "training [NAME]",
      summary: "a number against the iterations"
    ) { session, rest in session.plotTraining(rest) },
    LearningPicture(
      name: "heat", usage: "heat W1", summary: "the entries of a matrix"
    ) { session, rest in try session.plotHeat(rest) },
    LearningPicture(
      name: "slopes", usage: "slopes",
      summary: "how large the δ of each layer are"
    ) { session, rest in try session.plotSlopes(rest) },
    LearningPicture(
      name: "surface", usage: "surface",
      summary: "the classes in the plane of two inputs"
    ) { session, rest in try session.plotSurface(rest) },
    LearningPicture(
      name: "network", usage: "network", summary: "the units and the weights"
    ) { session, rest in try session.plotNetwork(rest) },
    LearningPicture(
      name: "images", usage: "images [wrong] [COUNT], images W1",
      summary: "square examples, those taken for others, or weights"
    ) { session, rest in try session.plotImages(rest) },
  ]
}

/// Why there is no picture.
struct PictureFault: Error {
  let headline: String
  var note: String?
  let remedy: String
}

extension Session {
  /// `plot WHAT` for a picture of what a network has learned.
  func draw(_ picture: LearningPicture, _ rest: String) -> Reply {
    do { return try picture.draw(self, rest) } catch let fault as PictureFault {
      return failure(
        Diagnostic(
          fault.headline, notes: fault.note.map { [$0] } ?? [],
          remedy: fault.remedy))
    } catch let fault as TrainingFault {
      return failure(fault.diagnostic)
    } catch {
      return failure(
        diagnostic(error, source: rest).behind("plot \(picture.name) "))
    }
  }

  /// Refuses words behind a picture that takes none.
  private func takesNothing(_ rest: String, _ name: String) throws {
    guard rest.isEmpty else {
      throw PictureFault(
        headline: "plot \(name) takes nothing behind it",
        remedy: "plot \(name)")
    }
  }

  func needsLive() throws -> LiveBench {
    try needs(live)
  }

  /// The network on disk, in which an example is a column.
  func needsWritten() throws -> LiveBench {
    try needs(written)
  }

  private func needs(_ live: LiveBench?) throws -> LiveBench {
    guard let live, !live.worksheet.names.isEmpty else {
      throw PictureFault(
        headline: "nothing is here to be drawn",
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor")
    }
    return live
  }

  // MARK: Numbers

  fileprivate func plotHeat(_ text: String) throws -> Reply {
    let live = try needsLive()
    let usual = live.worksheet.givens.first {
      $0.role == .parameter && !$0.shape.isScalar
    }?.name.ascii
    let source = text.isEmpty ? usual ?? "" : text
    let expression = try Expression.reading(source, of: source, in: scope)
    if let refusal = refusal(ofHidden: expression) { return refusal }
    let value = try live.value(of: expression)
    let map = HeatMap(expression.text(page.charset), value.rowArrays)
    return Reply(inset { map.text(for: $0) })
  }

  fileprivate func plotSlopes(_ text: String) throws -> Reply {
    let live = try needsLive()
    try takesNothing(text, "slopes")
    let names = live.worksheet.equations.filter {
      $0.role == .backward && sight.own($0.name).stem == "δ"
    }.map(\.name)
    for name in names {
      if let refusal = refusal(ofHidden: .name(name)) { return refusal }
    }
    guard !names.isEmpty else {
      throw PictureFault(
        headline: "there are no δ here", note: "they are slopes of a cost",
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor")
    }
    let groups = names.map { name in
      Histogram.Group(
        name.text(page.charset), live.value(of: name)?.storage ?? [])
    }
    let title = page.charset == .unicode ? "|δ|" : "|delta|"
    return Reply(inset { Histogram(title, groups).text(for: $0) })
  }

  // MARK: What it knows

  fileprivate func plotSurface(_ text: String) throws -> Reply {
    let live = try needsWritten()
    try takesNothing(text, "surface")
    let givens = live.now.givens
    guard
      let input = live.worksheet.givens.first(where: { $0.role == .input })?
        .name, let x = givens[input], x.rows == 2,
      let classes = Classification(live.worksheet, values: givens),
      let truth = givens[classes.target]
    else {
      throw PictureFault(
        headline: "a surface needs two inputs, and classes that come out",
        remedy: "network 2 -> 8 tanh -> 1 sigmoid on circles")
    }
    let points = (0..<x.columns).map { (x: x[0, $0], y: x[1, $0]) }
    let grid = DecisionSurface.Grid(around: points, page: indentedPage)
    let output = try live.worksheet.output(
      classes, at: grid.places, input, with: givens)
    let labels = classes.classes(of: truth)
    let surface = DecisionSurface(
      grid: grid, regions: classes.classes(of: output),
      examples: zip(points, labels).compactMap { point, label in
        label.map {
          DecisionSurface.Example(x: point.x, y: point.y, label: $0)
        }
      },
      classes: classNames(classes.count(for: truth)),
      axes: (axis(1, of: input), axis(2, of: input)))
    return Reply(inset { surface.text(for: $0) })
  }

  /// A unit of a layer as it is typed.
  private func axis(_ unit: Int, of name: Name) -> String {
    let unit = Expression.Subscript.at(.number(Numeral(unit)))
    return sight.shown(.entry(.name(name), [unit])).text(.ascii)
  }

  func classNames(_ count: Int) -> [String] {
    Prediction.names(classes, count: count)
  }

  fileprivate func plotNetwork(_ text: String) throws -> Reply {
    let live = try needsWritten()
    try takesNothing(text, "network")
    guard let network else {
      throw PictureFault(
        headline: "what stands here is no layered network",
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor")
    }
    let layers = network.description.layers.enumerated().map { layer, size in
      (1...size).map { axis($0, of: layer == 0 ? "x" : Name("a\(layer)")) }
    }
    let weights = (1...network.description.depth).map { layer in
      live.value(of: Name("W\(layer)"))?.rowArrays ?? []
    }
    let diagram = NetworkDiagram(layers: layers, weights: weights)
    return Reply(inset { diagram.text(for: $0) })
  }
}

extension Classification {
  fileprivate func count(for target: Matrix<Double>) -> Int {
    rule == .half ? 2 : target.rows
  }
}

extension Worksheet {
  /// What comes out at places of the plane of two inputs.
  fileprivate func output(
    _ classes: Classification, at places: [(x: Double, y: Double)],
    _ input: Name, with givens: [Name: Matrix<Double>]
  ) throws -> Matrix<Double> {
    var givens = givens
    givens[input] = try Matrix(
      rows: 2, columns: places.count, storage: places.flatMap { [$0.x, $0.y] })
    givens[classes.target] = try Matrix(
      repeating: 0.0, rows: givens[classes.target]?.rows ?? 1,
      columns: places.count)
    do throws(PlanFault) {
      let plan = try Plan(
        self, shapes: givens.mapValues(\.shape), wanting: [classes.output],
        updates: false)
      try plan.load(givens)
      try plan.run()
      if let output = plan.value(classes.output) { return output }
    } catch { throw TrainingFault.plan(error) }
    throw TrainingFault.worksheet(.unknownQuantity(classes.output))
  }
}
