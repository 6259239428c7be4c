import Algebra

/// A number to be recorded while a network learns.
public struct Track: Hashable, Sendable {
  /// As it was typed, and as it heads a column.
  public let label: String
  public let expression: Expression

  public init(_ expression: Expression, label: String? = nil) {
    self.label = label ?? expression.text(.ascii)
    self.expression = expression
  }

  /// Refuses what has another shape than a number.
  func check(in scope: Scope) throws(TrainingFault) {
    guard let shape = try? expression.shape(in: scope), shape.isScalar else {
      throw .noNumber(label)
    }
  }
}

/// Numbers on the way of a training, every few iterations.
///
/// There are never more points than the limit: when there would be, every
/// other one is left out, and from then on half as many are recorded.
public struct Trajectory: Hashable, Sendable {
  /// The numbers before an iteration.
  public struct Point: Hashable, Sendable {
    public let iteration: Int
    public let epoch: Int
    public let cost: Double
    public let accuracy: Double?
    /// What is tracked, in its order.
    public let tracked: [Double]
  }

  public let labels: [String]
  /// The iterations between two points.
  public private(set) var interval: Int
  public private(set) var points: [Point] = []
  public let limit: Int

  init(labels: [String], every interval: Int, limit: Int) {
    self.labels = labels
    self.interval = interval
    self.limit = max(limit, 2)
  }

  /// Whether an iteration is one of those that are recorded, and not yet.
  func wants(_ iteration: Int) -> Bool {
    iteration % interval == 0
      && points.last.map { $0.iteration < iteration } ?? true
  }

  /// The next iteration that is recorded.
  func next(after iteration: Int) -> Int {
    (iteration / interval + 1) * interval
  }

  mutating func append(_ point: Point) {
    points.append(point)
    while points.count > limit {
      interval *= 2
      points.removeAll { $0.iteration % interval != 0 }
    }
  }

  /// The numbers of a column: the cost where it is called nothing else.
  ///
  /// - Parameter label: `cost`, `accuracy` or what is tracked.
  /// - Returns: A number for each point, or nothing for another label.
  public func values(of label: String) -> [Double]? {
    if let place = labels.firstIndex(of: label) {
      return points.map { $0.tracked[place] }
    }
    switch label {
    case "cost": return points.map(\.cost)
    case "accuracy": return points.map { $0.accuracy ?? .nan }
    default: return nil
    }
  }

  /// The points as a table, one a line, numbers with as many digits as read
  /// back the same.
  ///
  /// Source: RFC 4180, but for lines that end as text does here.
  public var csv: String {
    let hasAccuracy = points.contains { $0.accuracy != nil }
    var titles = ["iteration", "epoch", "cost"]
    if hasAccuracy { titles.append("accuracy") }
    titles += labels.map(Self.field)
    let lines = points.map { point in
      var fields = ["\(point.iteration)", "\(point.epoch)", "\(point.cost)"]
      if hasAccuracy { fields.append(point.accuracy.map { "\($0)" } ?? "") }
      return fields + point.tracked.map { "\($0)" }
    }
    return ([titles] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
    let quoted = text.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined()
    return "\"\(quoted)\""
  }
}
