import Algebra

extension PythonWriter {
  mutating func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) throws(ScriptFault) -> PythonTerm {
    if sign == .power, right.constant == 2,
      case .call("norm", 0, let matrices) = left.ungrouped
    {
      return try squares(of: matrices)
    }
    let left = try term(left)
    let right = try term(right)
    switch sign {
    case .add: return sum("+", left, right)
    case .subtract: return sum("-", left, right)
    case .times, .hadamard: return product("*", left, right)
    case .matmul: return product("@", left, right)
    case .divide, .hadamardDivide:
      return product("/", left, left.isPlain ? careful(right) : right)
    case .power, .hadamardPower:
      let base = right.isPlain ? careful(left) : left
      return PythonTerm(
        "\(base.text(atLeast: .primary)) ** \(right.text(atLeast: .sign))",
        .power, isPlain: base.isPlain && right.isPlain)
    default: return comparison(sign, left, right)
    }
  }

  /// The square of a norm as the sum of squares that it is: the root on the
  /// way has no slope where all is 0, as new weights may be.
  private mutating func squares(
    of matrices: [Expression]
  ) throws(ScriptFault) -> PythonTerm {
    var sum = PythonTerm("0", isPlain: true)
    for matrix in matrices {
      let square = product("*", try term(matrix), try term(matrix))
      sum = PythonTerm("\(library.module).sum(\(square.text))")
      if square.isPlain { sum = square }
    }
    return sum
  }

  /// A number of Python's own that may be 0 or negative, as one that can be
  /// divided by, or raised: Python would give up, or leave the real numbers.
  private func careful(_ term: PythonTerm) -> PythonTerm {
    let isSimple = term.text.allSatisfy {
      $0.isLetter || $0.isNumber || $0 == "." || $0 == "_"
    }
    guard term.isPlain, !isSimple || Double(term.text) == 0 else {
      return term
    }
    return library == .numpy
      ? PythonTerm("np.float64(\(term.text))")
      : PythonTerm("torch.tensor(float(\(term.text)))")
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
