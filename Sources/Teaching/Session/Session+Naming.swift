import Algebra
import Matrices
import Presentation

extension Session {
  /// `let t = 2*z1` and `let swish(z) = z*sigmoid(z)`.
  mutating func define(_ text: String) -> Reply {
    guard let sign = Assignment.equalsSign(in: text) else {
      return wants(Command.define)
    }
    let left = String(text[..<sign]).trimmed
    let right = String(text[text.index(after: sign)...])
    let word = String(left.prefix { $0 != "(" && $0 != " " })
    guard word.isOneName else { return wants(Command.define) }
    if let refusal = refusal(of: word) { return failure(refusal) }
    let parameter = left.dropFirst(word.count)
      .filter { !"() ".contains($0) }
    if left.contains("(") {
      return function(Name(word), of: String(parameter), right, line: text)
    }
    return formula(Name(word), right, line: text)
  }

  private func refusal(of word: String) -> Diagnostic? {
    let name = Name(word)
    if live?.now.values[name] != nil {
      return Diagnostic(
        "\(word) is a quantity of the worksheet already",
        notes: ["set alters it; let gives a new name"],
        remedy: "info \(word)")
    }
    if live?.worksheet.sizes[name] != nil {
      return Diagnostic(
        "\(word) is a size of the worksheet already",
        notes: ["let gives a new name"], remedy: "shape \(word)")
    }
    if Command.named(word) != nil {
      return Diagnostic("\(word) is a command", remedy: "help \(word)")
    }
    if Function.table[name] != nil {
      return Diagnostic("\(word) is a function already", remedy: "info \(word)")
    }
    if name.stem.hasPrefix("d"), name.stem.count > 1 {
      return Diagnostic(
        "names that begin with d are kept for slopes", remedy: "help let")
    }
    return nil
  }

  private mutating func formula(
    _ name: Name, _ text: String, line: String
  ) -> Reply {
    do {
      let reading = try read(text, of: line)
      if reading.names.contains(name) {
        return failure(
          Diagnostic(
            "\(name.text) cannot stand in what it names", remedy: "help let"))
      }
      if let refusal = refusal(ofHidden: reading) { return refusal }
      let value = try live?.value(of: reading)
      definitions.formulas.removeAll { $0.name == name }
      definitions.formulas.append((name, sight.meant(reading)))
      refresh()
      guard let value else { return Reply() }
      return Reply(board.printed(.name(name), value))
    } catch {
      return failure(diagnostic(error, source: line).behind("let "))
    }
  }

  private mutating func function(
    _ name: Name, of parameter: String, _ text: String, line: String
  ) -> Reply {
    guard parameter.isOneName else { return wants(Command.define) }
    var scope = self.scope
    scope.shapes[Name(parameter)] = .scalar
    do {
      let body = try Expression.reading(text, of: line, in: scope)
      definitions.functions[name] = try Function.defined(
        name: name, parameter: Name(parameter), body: body,
        functions: scope.functions)
    } catch {
      return failure(diagnostic(error, source: line).behind("let "))
    }
    refresh()
    return Reply(
      board.prose(
        StyledText("\(name.text) is a function now, with its slope ")
          + StyledText("\(name.text)'", .typed) + "."))
  }

  /// Reads an expression that is a part of a line.
  func read(_ part: String, of line: String) throws(LineFault) -> Expression {
    try Expression.reading(part, of: line, in: scope)
  }
}
