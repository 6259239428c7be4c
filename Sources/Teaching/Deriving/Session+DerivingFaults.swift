import Algebra
import Presentation

extension Session {
  /// A name that means nothing here, where other names do.
  func stranger(
    in expression: Expression, besides variable: Name
  ) -> Diagnostic? {
    guard let live, !live.worksheet.names.isEmpty else { return nil }
    let scope = self.scope
    guard scope.isKnown(variable) || expression.names.contains(variable) else {
      return unknown(variable, expression)
    }
    let name = expression.names.first {
      $0 != variable && !scope.isKnown($0)
    }
    guard let name else { return nil }
    return Diagnostic(
      "nothing here is called \(name.text)",
      notes: ["of letters of your own, wrt names the one that moves"],
      remedy: Command.named(name.ascii) == nil
        ? "let \(name.ascii) = 2" : "info")
  }

  /// What is said of a formula that cannot be read.
  func diagnostic(
    _ fault: ReadingFault, _ request: DeriveRequest
  ) -> Diagnostic {
    var wording = diagnostic(fault, source: request.formula)
      .behind("derive ")
    let other: String?
    switch fault.problem {
    case .unknownFunction(_, let nearest): other = nearest
    case .coefficientAfterSlash(let first, _): other = first
    case .mixedProducts(let first, _): other = first
    default: other = nil
    }
    let letters = Array(request.formula)
    if let other, let name = request.variable,
      letters.indices.contains(fault.columns.upperBound - 1)
    {
      let before = String(letters[..<fault.columns.lowerBound])
      let after = String(letters[fault.columns.upperBound...])
      wording.remedy = "derive \(before)\(other)\(after) wrt \(name)"
    } else {
      wording.remedy = "help derive"
    }
    return wording
  }

  /// What is said where `wrt` is missing.
  func withoutVariable(
    _ request: DeriveRequest, _ asked: Expression
  ) -> Diagnostic {
    let names = asked.names
    let scope = self.scope
    let parameter = live?.worksheet.givens.first {
      $0.role == .parameter && $0.shape.isScalar
    }?.name
    var name = names.first { !scope.isKnown($0) } ?? names.first
    if case .name(let whole) = asked, scope.isKnown(whole) {
      name = parameter
    }
    let remedy = name.map {
      "derive \(asked.text(.ascii)) wrt \($0.ascii)"
    }
    return Diagnostic(
      "derive \(request.formula.shortened) does not say in what the slope is",
      notes: ["behind wrt stands the name that moves"],
      remedy: remedy ?? "help derive")
  }

  /// Why a formula has no slope that can be derived in steps.
  func diagnostic(
    _ fault: DerivationFault, _ expression: Expression, _ variable: Name,
    _ reading: Reading, _ request: DeriveRequest
  ) -> Diagnostic {
    switch fault {
    case .expression(let fault):
      return diagnostic(fault, source: request.formula, reading: reading)
        .behind("derive ")
    case .noSlope(let part, let fault):
      return diagnostic(part, fault)
    case .notANumber(let shape):
      return Diagnostic(
        "\(expression.text()) is \(shape), and has no one slope",
        notes: ["derive takes the slope of a number, or softmax of a column"],
        remedy: "derive softmax(q) wrt q")
    case .inNoNumber(let name, let shape):
      return matrixDiagnostic(expression, name, shape)
    case .unknownVariable(let name): return unknown(name, expression)
    case .tooLong(let lines):
      return Diagnostic(
        "after \(lines) lines this derivation has not ended",
        notes: ["derive the slopes of its parts, one at a time"],
        remedy: "help derive")
    }
  }

  private func unknown(_ name: Name, _ expression: Expression) -> Diagnostic {
    let other = expression.names.first
    return Diagnostic(
      "\(name.text) is neither in \(expression.text()) nor known here",
      remedy: other.map {
        "derive \(expression.text(.ascii)) wrt \($0.ascii)"
      } ?? "help derive")
  }

  private func diagnostic(
    _ part: Expression, _ fault: ExpressionFault
  ) -> Diagnostic {
    if case .derivativeOfMatrix(let shape, _) = fault.problem {
      return Diagnostic(
        "\(part.text()) is \(shape), and one number moves it in many places",
        notes: ["derive goes through formulas of numbers line by line"],
        remedy: "help derive")
    }
    return Diagnostic(
      "\(part.text()) has no slope that a rule gives",
      notes: [
        part.isTruth
          ? "what is true or false jumps from one to the other"
          : "derive goes through formulas of numbers line by line"
      ],
      remedy: "help derive")
  }

  /// A slope in a matrix, which the worksheet may have a name for.
  private func matrixDiagnostic(
    _ expression: Expression, _ name: Name, _ shape: SymbolicShape
  ) -> Diagnostic {
    let adjoint =
      live?.worksheet.adjoint(of: name) ?? Worksheet.adjoint(of: name)
    let isKnown = live?.worksheet.equation(adjoint)?.role == .backward
    return Diagnostic(
      "\(name.text) is \(shape), and these steps take the slope in a number",
      notes: ["of matrices the slopes of the cost are derived"],
      remedy: isKnown ? "derive \(adjoint.ascii)" : "help derive")
  }
}

extension Expression {
  /// Whether it is true or false.
  fileprivate var isTruth: Bool {
    switch self {
    case .binary(let sign, _, _): sign.precedence <= .comparison
    case .call(let name, _, _): ["all", "any", "not"].contains(name)
    default: false
    }
  }
}
