import Algebra

extension PythonWriter {
  mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(ScriptFault) -> PythonTerm {
    let left = try term(left)
    let right = try term(right)
    switch sign {
    case .add: return sum("+", left, right)
    case .subtract: return sum("-", left, right)
    case .times, .hadamard: return product("*", left, right)
    case .matmul: return product("@", left, right)
    case .divide, .hadamardDivide: return product("/", left, right)
    case .power, .hadamardPower:
      return PythonTerm(
        "\(left.text(atLeast: .primary)) ** \(right.text(atLeast: .sign))",
        .power, isPlain: left.isPlain && right.isPlain)
    default: return comparison(sign, left, right)
    }
  }

  private func sum(
    _ sign: String, _ left: PythonTerm, _ right: PythonTerm
  ) -> PythonTerm {
    PythonTerm(
      "\(left.text(atLeast: .sum)) \(sign) \(right.text(atLeast: .product))",
      .sum, isPlain: left.isPlain && right.isPlain,
      isWhole: left.isWhole && right.isWhole)
  }

  private func product(
    _ sign: String, _ left: PythonTerm, _ right: PythonTerm
  ) -> PythonTerm {
    let isWhole = sign == "*" && left.isWhole && right.isWhole
    return PythonTerm(
      "\(left.text(atLeast: .product)) \(sign) \(right.text(atLeast: .sign))",
      .product, isPlain: left.isPlain && right.isPlain, isWhole: isWhole)
  }

  /// A comparison is a number, 1 or 0, as it is in the language.
  private mutating func comparison(
    _ sign: BinaryOperator, _ left: PythonTerm, _ right: PythonTerm
  ) -> PythonTerm {
    define(PythonDefinition.truth(in: library))
    let (low, high) = (left.text, right.text)
    switch sign {
    case .and: return PythonTerm("truth(is_true(\(low)) & is_true(\(high)))")
    case .or: return PythonTerm("truth(is_true(\(low)) | is_true(\(high)))")
    // What is no number differs from nothing, as it equals nothing.
    case .notEqual:
      return PythonTerm("truth(is_true(\(low) - (\(high))))")
    default:
      return PythonTerm(
        "truth(\(low) \(sign.row.ascii.filter { $0 != " " }) \(high))")
    }
  }
}
