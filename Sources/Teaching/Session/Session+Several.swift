import Algebra

extension Session {
  /// The values of several expressions with commas between them.
  ///
  /// - Returns: Nothing where there is one part only, or where a part is no
  ///   expression of what is known here.
  func printed(several text: String) -> Reply? {
    let scope = self.scope
    let parts = text.partsAtCommas
    let readings = parts.compactMap { try? Expression.reading($0, in: scope) }
    guard parts.count > 1, readings.count == parts.count,
      readings.allSatisfy({ $0.expression.names.allSatisfy(scope.isKnown) })
    else { return nil }
    var reply = Reply()
    for (part, reading) in zip(parts, readings) {
      reply.append(printed(reading, source: part))
    }
    return reply
  }
}

extension String {
  /// The parts between the commas that stand in no bracket.
  var partsAtCommas: [String] {
    var depth = 0
    var parts = [""]
    for character in self {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed)
  }
}
