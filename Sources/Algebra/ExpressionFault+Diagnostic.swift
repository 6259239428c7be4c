import Presentation

extension ExpressionFault {
  /// Returns the fault as a picture can be drawn of it.
  ///
  /// - Parameters:
  ///   - expression: The whole expression in which the fault is.
  ///   - source: The line as it was typed.
  ///   - columns: Where in the line each part stands, as its reading tells.
  ///   - scope: What the names are.
  /// - Returns: A headline, the parts to blame, the rule and what to type.
  public func diagnostic(
    of expression: Expression, source: String,
    columns: @escaping (Path) -> Range<Int>?, scope: Scope
  ) -> Diagnostic {
    let wording = wording(
      of: expression, source: source, columns: columns, scope: scope)
    let labels = wording.labels.compactMap { label in
      columns(label.path).map {
        Diagnostic.Label(SourceSpan($0), label.text)
      }
    }
    let remedies = wording.remedies.prefix(2)
    return Diagnostic(
      wording.headline, source: source, labels: labels,
      notes: wording.note.map { [$0] } ?? [],
      remedy: remedies.isEmpty ? nil : remedies.joined(separator: ", or "))
  }
}
