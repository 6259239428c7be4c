import Algebra

extension PythonFunction {
  /// Every function of the language, in Python.
  ///
  /// Each form keeps the digits that Backstep keeps: the two are compared to
  /// nine of them, also where σ is almost 1.
  static let all: [PythonFunction] = elementary + smooth + bent + columns + sums

  private static let elementary: [PythonFunction] = [
    same("exp", "exp"), same("ln", "log"), same("log1p", "log1p"),
    same("sqrt", "sqrt"), same("sin", "sin"), same("cos", "cos"),
    same("cosh", "cosh"), same("sinh", "sinh"), same("tanh", "tanh"),
    same("abs", "abs"), same("sign", "sign"),
    PythonFunction(
      "erf", numpy: .defined(.erf), pytorch: .library("torch.erf")),
  ]

  private static let smooth: [PythonFunction] = [
    PythonFunction(
      "identity", numpy: .written { $0.arguments.first ?? PythonTerm("0") },
      // A copy, so that its slope is not that of the argument.
      pytorch: .written { PythonTerm("\($0.postfixed(0)).clone()") }),
    PythonFunction(
      "sigmoid", numpy: .defined(.sigmoid),
      pytorch: .library("torch.sigmoid")),
    PythonFunction(
      "softplus",
      numpy: .written { PythonTerm("np.logaddexp(0.0, \($0[0]))") },
      pytorch: .defined(.torchSoftplus)),
    PythonFunction(
      "gelu", numpy: .defined(.gelu), pytorch: .defined(.torchGelu)),
    PythonFunction(
      "Phi", numpy: .defined(.normalShare),
      pytorch: .defined(.torchNormalShare)),
    PythonFunction(
      "phi", numpy: .defined(.normalDensity),
      pytorch: .defined(.torchNormalDensity)),
    PythonFunction(
      "sech", numpy: .defined(.sech), pytorch: .defined(.torchSech)),
  ]

  private static let bent: [PythonFunction] = [
    PythonFunction(
      "relu", numpy: .written { PythonTerm("np.maximum(\($0[0]), 0.0)") },
      pytorch: .written { call in
        call.slopeAtKink == 0
          ? PythonTerm("torch.relu(\(call[0]))")
          : PythonTerm(
            "\(call.arguments[0].text(atLeast: .product))"
              + " * \(step(call))", .product)
      }),
    PythonFunction(
      "leakyrelu", numpy: .defined(.leakyRelu),
      pytorch: .written { call in
        call.slopeAtKink == 0
          ? PythonTerm(
            "torch.nn.functional.leaky_relu(\(call[0]), 0.01)")
          : PythonTerm(
            "\(call.arguments[0].text(atLeast: .product))"
              + " * (0.01 + 0.99 * \(step(call)))", .product)
      }),
    PythonFunction(
      "step",
      numpy: .written { call in
        PythonTerm("np.heaviside(\(call[0]), \(call.slopeAtKink))")
      }, pytorch: .written { PythonTerm(step($0)) }),
    PythonFunction(
      "max",
      numpy: .written { PythonTerm("np.max\(extremum($0, "imum"))") },
      pytorch: .composed([.larger]) { torchExtremum($0, isMaximum: true) }),
    PythonFunction(
      "min",
      numpy: .written { PythonTerm("np.min\(extremum($0, "imum"))") },
      pytorch: .composed([.smaller]) { torchExtremum($0, isMaximum: false) }),
    truth("not") { "\($0.arguments[0].text(atLeast: .sum)) == 0" },
    truth("all") { "\($1.module).all(is_true(\($0[0])))" },
    truth("any") { "\($1.module).any(is_true(\($0[0])))" },
  ]

  private static let columns: [PythonFunction] = [
    PythonFunction(
      "softmax", numpy: .defined(.softmax),
      pytorch: .written { PythonTerm("torch.softmax(\($0[0]), dim=0)") }),
    PythonFunction(
      "logsoftmax", numpy: .defined(.logSoftmax),
      pytorch: .defined(.torchLogSoftmax)),
    PythonFunction(
      "lse", numpy: .defined(.logSumExp),
      pytorch: .defined(.torchLogSumExp)),
    PythonFunction(
      "lseothers", numpy: .defined(.logSumOthers),
      pytorch: .defined(.torchLogSumOthers)),
    PythonFunction(
      "passothers", numpy: .defined(.passOthers),
      pytorch: .defined(.torchPassOthers)),
    PythonFunction(
      "sumothers", numpy: .defined(.sumOthers),
      pytorch: .defined(.torchSumOthers)),
  ]

  private static let sums: [PythonFunction] = [
    same("sum", "sum"), same("mean", "mean"), same("trace", "trace"),
    along("rowsum", axis: 1), along("colsum", axis: 0),
    both("norm") {
      let entries = $0.postfixed(0)
      return "\($1.module).sqrt(\($1.module).sum(\(entries) * \(entries)))"
    },
    both("inner") {
      let left = $0.arguments[0].text(atLeast: .product)
      let right = $0.arguments[1].text(atLeast: .sign)
      return "\($1.module).sum(\(left) * \(right))"
    },
    both("diag") { call, library in
      let entries = call.postfixed(0)
      return call.isVector
        ? "\(library.module).diag(\(entries).reshape(-1))"
        : "\(library.module).diag(\(entries)).reshape(-1, 1)"
    },
    both("ones") {
      $1 == .numpy ? "np.ones((\($0.sizes)))" : "torch.ones(\($0.sizes))"
    },
    both("zeros") {
      $1 == .numpy ? "np.zeros((\($0.sizes)))" : "torch.zeros(\($0.sizes))"
    },
    both("eye") { "\($1.module).eye(\($0.sizes))" },
    both("shape") { call, library in
      let shape = call.shapes.first ?? nil
      let sizes = shape.map { "[[\($0.rows).0, \($0.columns).0]]" }
      let array = library == .numpy ? "np.array" : "torch.tensor"
      return "\(array)(\(sizes ?? "[list(\(call.postfixed(0)).shape)]"))"
    },
  ]
}

// MARK: - Rows of the table

extension PythonFunction {
  /// A function that both libraries have under one name.
  private static func same(
    _ name: Name, _ word: String
  ) -> PythonFunction {
    PythonFunction(
      name, numpy: .library("np.\(word)"), pytorch: .library("torch.\(word)"))
  }

  /// A form that differs in little.
  private static func both(
    _ name: Name,
    _ text: @escaping @Sendable (PythonCall, PythonLibrary) -> String
  ) -> PythonFunction {
    PythonFunction(
      name, numpy: .written { PythonTerm(text($0, .numpy)) },
      pytorch: .written { PythonTerm(text($0, .pytorch)) })
  }

  private static func truth(
    _ name: Name,
    _ text: @escaping @Sendable (PythonCall, PythonLibrary) -> String
  ) -> PythonFunction {
    PythonFunction(
      name,
      numpy: .composed(PythonDefinition.truth(in: .numpy)) {
        PythonTerm("truth(\(text($0, .numpy)))")
      },
      pytorch: .composed(PythonDefinition.truth(in: .pytorch)) {
        PythonTerm("truth(\(text($0, .pytorch)))")
      })
  }

  private static func truth(
    _ name: Name, _ text: @escaping @Sendable (PythonCall) -> String
  ) -> PythonFunction {
    truth(name) { call, _ in text(call) }
  }

  private static func along(
    _ name: Name, axis: Int
  ) -> PythonFunction {
    PythonFunction(
      name,
      numpy: .written {
        PythonTerm("np.sum(\($0[0]), axis=\(axis), keepdims=True)")
      },
      pytorch: .written {
        PythonTerm("torch.sum(\($0[0]), dim=\(axis), keepdim=True)")
      })
  }

  /// The step as a factor through which no slope passes.
  private static func step(_ call: PythonCall) -> String {
    "torch.heaviside(\(call.postfixed(0)).detach(), "
      + "torch.tensor(\(call.slopeAtKink)))"
  }

  private static func extremum(_ call: PythonCall, _ two: String) -> String {
    call.arguments.count == 2
      ? "\(two)(\(call[0]), \(call[1]))" : "(\(call[0]))"
  }

  /// The library shares the slope of a tie out evenly; Backstep gives it by
  /// the slope of a kink.
  private static func torchExtremum(
    _ call: PythonCall, isMaximum: Bool
  ) -> PythonTerm {
    guard call.arguments.count == 2 else {
      return PythonTerm("torch.\(isMaximum ? "amax" : "amin")(\(call[0]))")
    }
    let name = isMaximum ? "larger" : "smaller"
    return PythonTerm("\(name)(\(call[0]), \(call[1]), \(call.slopeAtKink))")
  }
}
