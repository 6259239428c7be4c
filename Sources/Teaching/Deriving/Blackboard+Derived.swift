import Algebra
import Presentation

extension Blackboard {
  /// Derivations below each other, their lines numbered through.
  func derivations(_ groups: [[DerivationLine]]) -> StyledText {
    var number = 0
    let blocks = groups.map { group in
      let rows = group.map { line in
        number += 1
        return derivationLine(line, in: group, label: "\(number)")
      }
      let opening = group.first.map { conditions(of: $0) } ?? StyledText()
      return StyledText.stacked([opening] + rows)
    }
    return StyledText.stacked(blocks, gap: 1)
  }

  /// The smaller steps behind a line, each with the number of the line.
  func opened(_ line: DerivationLine, label: String) -> StyledText {
    let indent = page.isPlain ? 0 : Self.indent
    var parts: [StyledText] = []
    if let reason = line.reason {
      let words =
        StyledText("\(label)  ", .dim)
        + StyledText("\(reason.text): \(reason.rule.sentence)")
      parts.append(
        words.wrapped(to: measure - indent, hanging: label.cells + 2)
          .indented(by: indent))
    }
    let smaller = line.smallerLines
    parts += smaller.map { step in
      derivationLine(step, in: smaller, label: "\(label).\(step.place)")
    }
    return StyledText.stacked(parts)
  }
}
