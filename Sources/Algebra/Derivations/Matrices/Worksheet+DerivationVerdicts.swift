extension Worksheet {
  /// What the verifier says of each line of a derivation: that it is equal to
  /// the subject.
  ///
  /// - Parameter derivation: One of this worksheet; a letter between square
  ///   brackets stands for every place.
  /// - Returns: A verdict for each line, and one for the conclusion where
  ///   there is one.
  public func verdicts(of derivation: Derivation) -> [Verdict] {
    let lines = derivation.lines.map { line in
      verdict(of: line, in: derivation)
    }
    guard let conclusion = derivation.conclusion else { return lines }
    let last = verify(
      .name(conclusion.name), equals: conclusion.expression)
    return lines + [last]
  }

  /// What the verifier says of one line, or of a smaller step within one.
  public func verdict(
    of line: Derivation.Line, in derivation: Derivation
  ) -> Verdict {
    meant(by: derivation).verify(
      derivation.subject, equals: line.expression, moving: derivation.moving)
  }

  /// The worksheet in which the lines of a derivation hold.
  private func meant(by derivation: Derivation) -> Worksheet {
    let adjoint =
      derivation.conclusion?.name ?? derivation.subject.names.first
    guard let adjoint, let name = quantity(withAdjoint: adjoint) else {
      return self
    }
    return reaching(name)
  }

  /// The derivation of a slope of the cost for one entry, through sums over
  /// roads that are then read as matrices.
  ///
  /// Where a form on the way has no sums, the worksheet's own derivation
  /// stands.
  ///
  /// - Parameter adjoint: The name of the slope, as `dW1` or `δ1`.
  /// - Returns: Nothing where the name is no slope of this worksheet.
  public func derivationInSums(of adjoint: Name) -> Derivation? {
    guard let equation = equation(adjoint), equation.role == .backward else {
      return nil
    }
    var derivation = SumsDerivation(self, of: adjoint)
    return derivation?.derivation() ?? equation.derivation
  }
}
