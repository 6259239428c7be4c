import Presentation
import TestSupport

/// A formula made at random, with the tokens that must show.
struct RandomLayout {
  var layout: Layout
  var tokens: [String]

  /// Makes a formula whose tokens all differ.
  static func make(
    depth: Int, _ random: inout SeededGenerator
  ) -> RandomLayout {
    var count = 0
    return make(depth: depth, &random, &count)
  }

  private static func make(
    depth: Int, _ random: inout SeededGenerator, _ count: inout Int
  ) -> RandomLayout {
    let kind = depth == 0 ? 0 : Int.random(in: 0...7, using: &random)
    guard kind > 0 else {
      // Capitals have no small form, so a token is the same in a script.
      count += 1
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
      let token = "Q" + letters[count / 26 % 26] + letters[count % 26]
      return RandomLayout(layout: .token(token), tokens: [token])
    }
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      make(depth: depth - 1, &random, &count)
    }
    let layouts = parts.map(\.layout)
    return RandomLayout(
      layout: combine(kind, layouts, path: [count]),
      tokens: parts.flatMap(\.tokens))
  }

  private static func combine(
    _ kind: Int, _ parts: [Layout], path: [Int]
  ) -> Layout {
    let first = Layout.row(Array(parts.prefix((parts.count + 1) / 2)))
    let others = Array(parts.dropFirst((parts.count + 1) / 2))
    let rest = others.isEmpty ? nil : Layout.row(others)
    switch kind {
    case 1: return .row(parts)
    case 2: return .script(first, below: rest, above: nil)
    case 3: return .script(first, below: nil, above: rest)
    case 4: return .fraction(first, rest ?? .token("1"))
    case 5: return .fence(.round, .row(parts), inlineOnly: path[0] % 2 == 0)
    case 6: return .grid([[first], [rest ?? .token("0")]])
    default:
      return .tagged(
        path,
        .sign(
          "Σ", ascii: "sum", below: rest, above: nil, body: first,
          inline: .row(parts)))
    }
  }
}
