/// What is wrong with an expression, and with which part of it.
///
/// The cases hold what was found; the wording is in
/// `ExpressionFault+Wording.swift`.
public struct ExpressionFault: Error, Hashable, Sendable {
  public let problem: Problem
  /// The part to blame.
  public let path: Path

  public init(_ problem: Problem, at path: Path = []) {
    self.problem = problem
    self.path = path
  }

  /// The same fault seen from an expression of which this one is child `step`.
  public func within(_ step: Int) -> ExpressionFault {
    ExpressionFault(problem, at: [step] + path)
  }

  /// What was found.
  public indirect enum Problem: Hashable, Sendable {
    case unknownName(Name)
    case unknownFunction(Name)
    case argumentCount(Name, ClosedRange<Int>, found: Int)
    /// The left factor's columns and the right factor's rows differ.
    case innerDimensions(left: SymbolicShape, right: SymbolicShape)
    /// Two matrices that are joined entry by entry differ in shape.
    case entrywise(BinaryOperator, left: SymbolicShape, right: SymbolicShape)
    /// `*` or `/` between two matrices.
    case ambiguousProduct(left: SymbolicShape, right: SymbolicShape)
    case scalarInMatrixProduct
    case divisionByMatrix(SymbolicShape)
    case powerOfMatrix(SymbolicShape)
    case exponentIsMatrix(SymbolicShape)
    case subscriptCount(SymbolicShape, found: Int)
    case subscriptOfNumber
    case subscriptIsMatrix(SymbolicShape)
    case subscriptOutOfRange(Int, first: Int, last: Int)
    case subscriptNotWhole(Double)
    /// A range that ends before it begins.
    case rangeIsEmpty(first: Int, last: Int)
    /// A range whose length no number and no size gives.
    case rangeLengthUnknown
    case exampleWanted(SymbolicShape)
    case blocksDiffer(axis: Axis, first: Dimension, other: Dimension)
    case indexWithoutAxis(Name)
    case indexOfDifferentAxes(Name, Dimension, Dimension)
    case derivativeOfMatrix(SymbolicShape, by: SymbolicShape)
    /// A slope that is 0, written like the quotient of two slopes of the cost.
    case derivativeOfIndependent(Name, by: Name, slopes: [Name])
    case derivativeByFormula
    case derivativeInside
    case derivativeOfNothingNamed
    case differentialAlone
    case primesOnMany(Name)
    case tooManyPrimes(Name, limit: Int)
    /// A slope by the rules is asked of a form that is no formula of numbers.
    case numberFormulaWanted
    case scalarWanted(Name, found: SymbolicShape)
    case matrixWanted(Name, found: SymbolicShape)
    case squareWanted(Name, found: SymbolicShape)
    case sizeWanted(Name)
    case tooLarge(rows: Int, columns: Int)
    case shapesDiffer(left: SymbolicShape, right: SymbolicShape)
    /// A formula nested more deeply than the reader allows.
    /// The work was given up, as was asked for.
    case stopped
    case tooDeep(limit: Int)
  }

  public enum Axis: Hashable, Sendable {
    case rows
    case columns
  }
}
