import Algebra
import Presentation

extension Diagnostic {
  /// What is said of an expression where there is room for a line only.
  ///
  /// - Parameter otherwise: The remedy where there is no better one.
  /// - Returns: The headline and one remedy.
  func words(otherwise: String) -> LessonFault.Words {
    LessonFault.Words(headline, try: remedy ?? notes.first ?? otherwise)
  }
}

extension ReadingFault {
  /// What is said of an expression of a lesson that cannot be read.
  func words(of source: String) -> LessonFault.Words {
    diagnostic(of: source).words(otherwise: "write an expression here")
  }
}

extension Reading {
  /// What is said of an expression of a lesson that has no value.
  func diagnostic(
    _ fault: ExpressionFault, source: String, in scope: Scope
  ) -> Diagnostic {
    fault.diagnostic(
      of: expression, source: source, columns: { columns(of: $0) },
      scope: scope)
  }
}

extension WorksheetFault {
  /// What is said of a worksheet that cannot be computed or derived.
  func words(in worksheet: Worksheet) -> LessonFault.Words {
    switch self {
    case .equation(let name, let fault):
      guard let equation = worksheet.equation(name) else { return .noValue }
      let text = equation.computed.text()
      let said = fault.diagnostic(
        of: equation.computed, source: text, columns: { _ in nil },
        scope: worksheet.scope
      ).words(otherwise: "write an equation whose shapes fit")
      return .init("\(name.text): \(said.message)", try: said.remedy)
    case .noCost:
      return .init(
        "no equation is the cost", try: "write cost behind one of them")
    case .costIsNoNumber(let name, let shape):
      return .init(
        "the cost \(name.text) is \(shape)", try: "make it a number, with sum")
    case .noSlope(let name, _):
      return .init(
        "no slope passes back through the equation of \(name.text)",
        try: "write it with functions that have a slope")
    case .perExampleImpossible(let name):
      return .init(
        "\(name.text) is no multiple of a sum over the examples",
        try: "write delta mean")
    case .unknownQuantity(let name): return .valueMissing(name)
    case .derivedQuantity(let name):
      return .init(
        "\(name.text) is computed and cannot be given a number",
        try: "give numbers to what it is computed from")
    case .shapeDiffers(let name, let expected, let found):
      return .init(
        "\(name.text) is \(found), and \(expected) is wanted",
        try: "write as many rows and columns as that")
    case .defined(let name): return .quantityTwice(name)
    }
  }
}

extension LessonFault.Words {
  fileprivate static var noValue: Self {
    Self("an equation has no value", try: "write one whose shapes fit")
  }
}
