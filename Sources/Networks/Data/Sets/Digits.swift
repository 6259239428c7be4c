import Algebra

extension DataSet.Generator {
  /// The ten digits drawn by a pen that is never held twice the same way.
  static let digits = Self(
    name: "digits",
    sentence: "Ten digits drawn with a shaking pen, 12×12 grey values each.",
    source: "strokes of our own, moved, slanted and thickened by the seed",
    count: 1000, noise: 0.05, classes: (0...9).map(String.init)
  ) { number, _, noise, numbers in
    let digit = number % 10
    let pen = DigitPen(&numbers)
    var target = [Double](repeating: 0, count: 10)
    target[digit] = 1
    return (pen.image(of: digit, noise: noise, &numbers), target)
  }
}

/// How a digit is drawn: where, how large, how slanted, how thick.
struct DigitPen {
  /// Pixels of an image in a row, and rows.
  static let side = 12

  private let shift: (x: Double, y: Double)
  private let size: (x: Double, y: Double)
  private let slant: Double
  private let thickness: Double

  init(_ numbers: inout SeededNumbers) {
    shift = (numbers.between(-1, 1), numbers.between(-0.7, 0.7))
    size = (numbers.between(5, 6.6), numbers.between(7.6, 9.2))
    slant = numbers.between(-0.1, 0.25)
    thickness = numbers.between(1.1, 1.9)
  }

  /// Returns the grey values from 0 to 1 row after row, in 255ths.
  func image(
    of digit: Int, noise: Double, _ numbers: inout SeededNumbers
  ) -> [Double] {
    let strokes = Self.strokes[digit].map { $0.map(placed) }
    return (0..<(Self.side * Self.side)).map { place in
      let pixel = (
        x: Double(place % Self.side) + 0.5, y: Double(place / Self.side) + 0.5
      )
      let distance = strokes.map { Self.distance(from: pixel, to: $0) }.min()
      let ink = thickness / 2 - (distance ?? 0) + 0.5
      let grey = min(max(ink, 0), 1) + noise * numbers.bell()
      return (min(max(grey, 0), 1) * 255).rounded() / 255
    }
  }

  private typealias Point = (x: Double, y: Double)

  private func placed(_ point: Point) -> Point {
    let middle = Double(Self.side) / 2
    let (across, down) = (point.x - 0.5, point.y - 0.5)
    return (
      middle + shift.x + size.x * (across - slant * down),
      middle + shift.y + size.y * down
    )
  }

  private static func distance(from point: Point, to line: [Point]) -> Double {
    zip(line, line.dropFirst()).map { start, end in
      let along = (x: end.x - start.x, y: end.y - start.y)
      let away = (x: point.x - start.x, y: point.y - start.y)
      let length = along.x * along.x + along.y * along.y
      let part = (away.x * along.x + away.y * along.y) / length
      let nearest = min(max(part, 0), 1)
      let x = away.x - nearest * along.x
      let y = away.y - nearest * along.y
      return (x * x + y * y).squareRoot()
    }.min() ?? 0
  }

  /// The lines of each digit in a square from 0 to 1, y downwards.
  private static let strokes: [[[Point]]] = {
    let six: [Point] = [
      (0.85, 0.05), (0.4, 0.15), (0.08, 0.55), (0.1, 0.85), (0.5, 1),
      (0.9, 0.85), (0.9, 0.6), (0.5, 0.47), (0.1, 0.65),
    ]
    return [
      [
        [
          (0.5, 0), (0.85, 0.15), (1, 0.5), (0.85, 0.85), (0.5, 1),
          (0.15, 0.85), (0, 0.5), (0.15, 0.15), (0.5, 0),
        ]
      ],
      [[(0.2, 0.25), (0.55, 0), (0.55, 1)]],
      [
        [
          (0, 0.25), (0.15, 0.07), (0.5, 0), (0.85, 0.1), (0.95, 0.3),
          (0.8, 0.5), (0, 1), (1, 1),
        ]
      ],
      [
        [
          (0.05, 0.1), (0.5, 0), (0.9, 0.12), (0.9, 0.36), (0.4, 0.47),
          (0.9, 0.6), (0.95, 0.85), (0.5, 1), (0, 0.9),
        ]
      ],
      [[(0.75, 1), (0.75, 0), (0, 0.7), (1, 0.7)]],
      [
        [
          (0.95, 0), (0.15, 0), (0.1, 0.45), (0.5, 0.38), (0.9, 0.52),
          (0.95, 0.78), (0.6, 1), (0, 0.9),
        ]
      ],
      [six],
      [[(0, 0), (1, 0), (0.4, 1)]],
      [
        [
          (0.5, 0.47), (0.2, 0.36), (0.15, 0.12), (0.5, 0), (0.85, 0.12),
          (0.8, 0.36), (0.5, 0.47), (0.95, 0.65), (0.9, 0.9), (0.5, 1),
          (0.1, 0.9), (0.05, 0.65), (0.5, 0.47),
        ]
      ],
      [six.map { (1 - $0.x, 1 - $0.y) }],
    ]
  }()
}
