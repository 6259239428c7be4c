import Matrices
import RealModule

/// A formula in `x` and `y` made ready to be computed for many numbers.
///
/// Looking up names and functions happens once and not for every entry.
struct ScalarFormula {
  typealias Law = @Sendable (_ x: Double, _ y: Double) -> Double

  let value: Law

  /// Prepares a formula.
  ///
  /// - Parameters:
  ///   - expression: A formula of numbers, `x` and `y`.
  ///   - functions: What it may call.
  ///   - choice: The value at a kink, where it is a convention.
  /// - Throws: A fault where a part of it is no number.
  init(
    _ expression: Expression, functions: [Name: Function],
    choosing choice: Double
  ) throws(ExpressionFault) {
    let reader = ScalarFormulaReader(functions: functions, choice: choice)
    value = try reader.law(expression)
  }
}

private struct ScalarFormulaReader {
  let functions: [Name: Function]
  let choice: Double

  func law(
    _ expression: Expression
  ) throws(ExpressionFault) -> ScalarFormula.Law {
    switch expression {
    case .number(let numeral):
      let number = numeral.value
      return { _, _ in number }
    case .name(Elementwise.input): return { x, _ in x }
    case .name(Elementwise.output): return { _, y in y }
    case .name(let name): throw ExpressionFault(.unknownName(name))
    case .group(let inner), .transpose(let inner):
      return try child(0, inner)
    case .negation(let inner):
      let inner = try child(0, inner)
      return { -inner($0, $1) }
    case .binary(let sign, let left, let right):
      let left = try child(0, left)
      let right = try child(1, right)
      let joined = sign.real
      return { joined(left($0, $1), right($0, $1)) }
    case .call(let name, let primes, let arguments):
      return try call(name, primes, arguments)
    default:
      throw ExpressionFault(.numberFormulaWanted)
    }
  }

  private func child(
    _ step: Int, _ expression: Expression
  ) throws(ExpressionFault) -> ScalarFormula.Law {
    do { return try law(expression) } catch { throw error.within(step) }
  }

  private func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) throws(ExpressionFault) -> ScalarFormula.Law {
    guard let function = functions[name] else {
      throw ExpressionFault(.unknownFunction(name))
    }
    var laws: [ScalarFormula.Law] = []
    for (step, argument) in arguments.enumerated() {
      laws.append(try child(step, argument))
    }
    guard let elementwise = function.elementwise else {
      return try many(function, name, primes, laws)
    }
    guard let inner = laws.first, laws.count == 1 else {
      throw ExpressionFault(.argumentCount(name, 1...1, found: laws.count))
    }
    let outer = try elementwise.compiled(
      primes: primes, of: name, choosing: choice)
    return { outer(inner($0, $1)) }
  }

  /// A function of matrices, given matrices of one entry.
  private func many(
    _ function: Function, _ name: Name, _ primes: Int,
    _ laws: [ScalarFormula.Law]
  ) throws(ExpressionFault) -> ScalarFormula.Law {
    guard primes == 0 else { throw ExpressionFault(.primesOnMany(name)) }
    guard function.body.arity.contains(laws.count) else {
      throw ExpressionFault(
        .argumentCount(name, function.body.arity, found: laws.count))
    }
    let choice = choice
    return { x, y in
      var arithmetic = RealArithmetic(slopeAtKink: choice)
      let arguments = laws.map { Matrix(scalar: $0(x, y)) }
      let value = try? function.body.value(
        arguments, of: function, in: &arithmetic)
      return value?.storage.first ?? .nan
    }
  }
}
