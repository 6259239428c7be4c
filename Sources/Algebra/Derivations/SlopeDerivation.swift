import Matrices

/// How the slope of a formula in a variable is found, line by line.
public struct SlopeDerivation: Sendable {
  /// One derivation, or one for each side of a kink.
  public let cases: [Case]
  /// What the names of its lines stand for.
  public let worksheet: Worksheet
  /// The slope at a kink, which is a convention, as `relu'(0)`.
  public var convention: Expression?

  public struct Case: Sendable {
    public let derivation: Derivation
    /// The names that stand for anything of their shape.
    public let letters: [FreeLetter]
    /// Where the lines hold, if not everywhere.
    public let condition: Expression?
  }

  /// What the verifier says of each `=` of a case.
  ///
  /// - Parameters:
  ///   - one: One of the cases.
  ///   - givens: The numbers that the worksheet is shown with, if any.
  /// - Returns: A verdict for each line.
  public func verdicts(
    of one: Case, givens: [Name: Matrix<Double>] = [:]
  ) -> [Verdict] {
    let derivation = one.derivation
    let sides = [derivation.subject] + derivation.lines.map(\.expression)
    return zip(sides, sides.dropFirst()).map { left, right in
      worksheet.verify(
        left, equals: right, letters: one.letters, givens: givens)
    }
  }
}

extension Worksheet {
  /// Derives the slope of a formula of numbers in named steps.
  ///
  /// What follows from the variable by the equations moves with it. A name
  /// that the worksheet does not know stands for any number.
  ///
  /// - Parameters:
  ///   - expression: The formula.
  ///   - variable: What its slope is taken in.
  /// - Returns: The lines, in cases where the formula has branches.
  /// - Throws: ``DerivationFault``.
  public func slopeDerivation(
    of expression: Expression, in variable: Name
  ) throws(DerivationFault) -> SlopeDerivation {
    let expression = expression.ungrouped
    if let known = TextbookSlope.derivation(
      of: expression, in: variable, functions: functions)
    {
      return known
    }
    let letters = try letters(of: expression, and: variable)
    let rules = SlopeRules(variable, in: self)
    var walk = SlopeWalk(expression, rules)
    try walk.run()
    let derivation = Derivation(
      rules.slope(of: expression), lines: walk.lines)
    return SlopeDerivation(
      cases: [
        SlopeDerivation.Case(
          derivation: derivation, letters: letters, condition: nil)
      ],
      worksheet: self)
  }

  /// The names that are nothing here, each for any number.
  private func letters(
    of expression: Expression, and variable: Name
  ) throws(DerivationFault) -> [FreeLetter] {
    var scope = self.scope
    if !scope.isKnown(variable), !expression.names.contains(variable) {
      throw .unknownVariable(variable)
    }
    let letters = (expression.names + [variable]).filter { !scope.isKnown($0) }
    for letter in letters { scope.shapes[letter] = .scalar }
    do {
      let shape = try expression.shape(in: scope)
      guard shape.isScalar else { throw DerivationFault.notANumber(shape) }
    } catch let fault as ExpressionFault {
      throw .expression(fault)
    } catch let fault as DerivationFault {
      throw fault
    } catch { throw .notANumber(.scalar) }
    if let shape = scope.shape(of: variable), !shape.isScalar {
      throw .inNoNumber(variable, shape)
    }
    return Array(Set(letters)).sorted().map { FreeLetter($0) }
  }
}
