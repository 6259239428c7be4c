import Algebra
import Presentation

extension Sight {
  /// A line to be typed, each formula in it as the book writes it.
  ///
  /// - Parameter line: A command with its arguments, or part of a formula.
  /// - Returns: The line that does the same in the book's notation.
  func shown(line: String) -> String {
    translated(line, in: own.scope, by: quantity)
  }

  /// A formula as the book writes it; a quantity alone is the book's quantity,
  /// by whatever factor that is larger, for a command is about a name.
  private func quantity(_ expression: Expression) -> Expression {
    let form = shown(expression)
    guard expression.baseName.map({ scales[$0] != nil }) ?? false,
      case .binary(.times, _, let rest) = form.ungrouped
    else { return form }
    return rest
  }

  /// The line with the longest stretches that are formulas exchanged.
  private func translated(
    _ line: String, in scope: Scope, by change: (Expression) -> Expression
  ) -> String {
    guard !isOwn else { return line }
    var words = line.split(separator: " ", omittingEmptySubsequences: false)
      .map(String.init)
    var parts: [String] = []
    // The first word may be a command's, which no quantity hides here.
    if let first = words.first, Command.named(first) != nil {
      parts.append(words.removeFirst())
    }
    while !words.isEmpty {
      let count = (1...words.count).reversed().first { count in
        formula(words.prefix(count), in: scope) != nil
      }
      guard let count, let formula = formula(words.prefix(count), in: scope)
      else {
        parts.append(words.removeFirst())
        continue
      }
      let text = words.prefix(count).joined(separator: " ")
      let tail = text.hasSuffix(",") ? "," : ""
      parts.append(
        isNumber(formula)
          ? text : change(formula).text(text.charset) + tail)
      words.removeFirst(count)
    }
    return parts.joined(separator: " ")
  }

  /// Whether a formula is a number as it is typed, the same in every book.
  private func isNumber(_ formula: Expression) -> Bool {
    formula.names.isEmpty
      && (try? formula.shape(in: own.scope))?.isScalar ?? true
  }

  /// The formula that some words are, where all names in it are known.
  private func formula(
    _ words: ArraySlice<String>, in scope: Scope
  ) -> Expression? {
    var text = words.joined(separator: " ")
    if text.hasSuffix(",") { text.removeLast() }
    guard let first = text.first, first != " ",
      let expression = try? Expression(text, in: scope),
      expression.names.allSatisfy(scope.isKnown)
    else { return nil }
    return expression
  }
}

extension String {
  /// The characters in which an author typed it.
  fileprivate var charset: Charset {
    utf8.allSatisfy { $0 < 128 } ? .ascii : .unicode
  }
}
