@testable import Presentation

/// The pictures that the tests look at, in the order in which they stand in
/// the recorded file.
enum PictureSample {
  static let matrix = [
    [0.9, -0.1, 0.3, -0.9], [-0.5, 0, 1.2, -1.2], [0.31, -0.7, .nan, 0.6],
  ]

  static let heatMap = HeatMap("W1", matrix)

  /// 40×300 numbers, of which only one is not 0.
  static let large = HeatMap(
    "W2",
    (0..<40).map { row in
      (0..<300).map { row == 20 && $0 == 150 ? -2 : 0 }
    })

  static let slopes = Histogram(
    "|δ|",
    [
      .init("δ1", [0, 2e-7, -3e-5, 4e-5, 5e-5, 6e-4, .infinity]),
      .init("δ2", [0.5, -0.02, 0.03, 0.0042]),
      .init("δ3", [1, -7, 12, 0.5, 0.1, 0.25, 0.3, 0.35, 0.2, 0.15]),
    ])

  static let even = Histogram(
    "W1", [.init("W1", [-1, -0.5, 0, 0.1, 0.2, 0.25, 0.9, 1])],
    scale: .even(bins: 5))

  /// A falling curve that leaps once.
  static let falling = Sparkline(
    "C",
    (0..<120).map { place -> Double in
      place == 80 ? 0.5 : 9 / (9 + Double(place))
    })

  static let broken = Sparkline("C", [3, 2, 1, .infinity, .nan])

  static func surface(_ page: Page) -> DecisionSurface {
    let corners: [(Double, Double, Int)] = [
      (0, 0, 0), (1, 1, 0), (0, 1, 1), (1, 0, 1), (0.4, 0.6, 0),
      (0.9, 0.95, 1), (1, 1, 1),
    ]
    let examples = corners.map {
      DecisionSurface.Example(x: $0.0, y: $0.1, label: $0.2)
    }
    let grid = DecisionSurface.Grid(
      around: examples.map { ($0.x, $0.y) }, page: page)
    return DecisionSurface(
      grid: grid,
      regions: grid.places.map { place -> Int? in
        (place.x > 0.5) == (place.y > 0.5) ? 0 : 1
      },
      examples: examples, classes: ["same", "different"])
  }

  static let images = GreyImages([
    .init(
      [
        [0, 1, 1, 0], [1, 0, 0, 1], [1, 0, 0, 1], [1, 0, 0, 1], [0, 1, 1, 0],
      ], label: "0"),
    .init(
      [
        [0, 0.25, 0.5, 0.75], [0, 0.25, 0.5, 0.75], [1, 1, 0, 0], [0, 0, 1, 1],
      ], label: "7 as 1", isWrong: true),
  ])

  static let network = NetworkDiagram(
    layers: [["x[1]", "x[2]"], ["a1[1]", "a1[2]", "a1[3]"], ["a2"]],
    weights: [
      [[0.5, -1.2], [0.9, 0.3], [-0.2, 0.7]], [[1.1, -0.4, 0.6]],
    ])

  /// Layers of 400, 25 and 10 units.
  static let wide = NetworkDiagram(
    layers: [
      (1...400).map { "x[\($0)]" }, (1...25).map { "a1[\($0)]" },
      (1...10).map { "a2[\($0)]" },
    ],
    weights: [weights(25, 400), weights(10, 25)])

  private static func weights(_ rows: Int, _ columns: Int) -> [[Double]] {
    (0..<rows).map { row in
      (0..<columns).map { column -> Double in
        let place = row * 31 + column * 17
        return Double(place % 41 - 20) / 20
      }
    }
  }

  static func all(_ page: Page) -> [StyledText] {
    [
      heatMap.text(for: page), large.text(for: page), slopes.text(for: page),
      even.text(for: page), falling.text(for: page), broken.text(for: page),
      surface(page).text(for: page), images.text(for: page),
      network.text(for: page), wide.text(for: page),
    ]
  }
}
