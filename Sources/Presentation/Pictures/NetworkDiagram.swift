/// A network as units in columns and a line for each weight between them.
///
/// A line is solid above 0 and dashed below, and one to three dots thick by
/// the third of the largest weight that it reaches. Of a large layer the
/// first units are drawn, and the last.
public struct NetworkDiagram: Hashable, Sendable {
  /// The names of the units, layer by layer, the inputs first.
  public let layers: [[String]]
  /// For each layer but the first, a row for each of its units and a column
  /// for each unit of the layer before.
  public let weights: [[[Double]]]

  /// How many units of a layer are drawn at most.
  static let unitLimit = 6

  /// How many lines are drawn between two layers at most; more would hide
  /// each other.
  static let lineLimit = 12
  /// How many of more than those are drawn, the strongest.
  static let linesOfMany = 8

  /// The finite weight that is farthest from 0.
  let strongest: Edge?

  /// Puts a diagram together; a weight that is missing is not drawn.
  public init(layers: [[String]], weights: [[[Double]]]) {
    self.layers = layers
    self.weights = weights
    strongest = Self.strongest(weights)
  }

  /// Returns the diagram for a page: drawn, or in words on a plain page.
  public func text(for page: Page) -> StyledText {
    page.isPlain
      ? spoken(format: page.format, charset: page.charset)
      : text(width: page.width, format: page.format, charset: page.charset)
  }

  /// A line between two units.
  struct Edge: Hashable {
    let layer: Int
    let from: Int
    let to: Int
    let weight: Double
  }

  private static func strongest(_ weights: [[[Double]]]) -> Edge? {
    var best: Edge?
    for (layer, rows) in weights.enumerated() {
      for (to, entries) in rows.enumerated() {
        for (from, weight) in entries.enumerated() where weight.isFinite {
          guard weight.magnitude > best?.weight.magnitude ?? -1 else {
            continue
          }
          best = Edge(layer: layer, from: from, to: to, weight: weight)
        }
      }
    }
    return best
  }

  func name(_ layer: Int, _ unit: Int) -> String {
    guard layers.indices.contains(layer),
      layers[layer].indices.contains(unit)
    else { return "unit \(unit + 1)" }
    return layers[layer][unit]
  }

  /// The thickness of a line, from 1 to 3.
  func thickness(_ weight: Double) -> Int {
    let largest = strongest?.weight.magnitude ?? 0
    guard largest > 0, weight.isFinite else { return 1 }
    return min(max(Int((3 * weight.magnitude / largest).rounded(.up)), 1), 3)
  }

  /// Which units of a layer are drawn, nil where some are left out.
  func shown(_ layer: Int) -> [Int?] {
    let count = layers[layer].count
    guard count > Self.unitLimit else { return Array(0..<count) }
    return Array(0..<(Self.unitLimit - 2)) + [nil, count - 1]
  }

  /// Returns every weight in words, those into one unit in a line.
  ///
  /// - Parameters:
  ///   - format: How numbers are written.
  ///   - charset: The characters to write with.
  /// - Returns: One line for each layer and each unit of it.
  public func spoken(
    format: NumberFormat = NumberFormat(), charset: Charset = .unicode
  ) -> StyledText {
    var lines = [
      "layers of "
        + layers.map { "\($0.count)" }.joined(separator: ", ") + " units"
    ]
    for (layer, rows) in weights.enumerated() {
      for (unit, entries) in rows.enumerated() where isSpoken(unit, rows.count)
      {
        let words = entries.enumerated().filter {
          isSpoken($0.offset, entries.count)
        }.map { from, weight in
          format.text(weight, charset: charset) + " from " + name(layer, from)
        }
        let left = entries.count - words.count
        lines.append(
          "to \(name(layer + 1, unit)): " + words.joined(separator: ", ")
            + (left > 0 ? ", \(left) left out" : ""))
      }
      let left = rows.indices.count { !isSpoken($0, rows.count) }
      if left > 0 { lines.append("layer \(layer + 2): \(left) units left out") }
    }
    if let strongest { lines.append(sentence(strongest, format, charset)) }
    return StyledText(lines.joined(separator: "\n"))
  }

  private func isSpoken(_ place: Int, _ count: Int) -> Bool {
    count <= 8 || place < 7 || place == count - 1
  }

  func sentence(
    _ edge: Edge, _ format: NumberFormat, _ charset: Charset
  ) -> String {
    "the strongest: \(format.text(edge.weight, charset: charset)) from "
      + "\(name(edge.layer, edge.from)) to \(name(edge.layer + 1, edge.to))"
  }
}
