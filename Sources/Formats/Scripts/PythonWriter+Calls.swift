import Algebra

extension PythonWriter {
  mutating func call(
    _ name: Name, _ primes: Int, _ arguments: [Expression]
  ) throws(ScriptFault) -> PythonTerm {
    guard let function = scope.functions[name] else {
      throw .noTranslation(function: name)
    }
    var terms: [PythonTerm] = []
    for argument in arguments { terms.append(try tensor(argument, function)) }
    if primes > 0 { return try slope(of: function, primes, terms) }
    if let law = function.elementwise?.definition {
      let name = try define(function, by: law, primes: 0)
      return PythonTerm("\(name)(\(terms.map(\.text).joined(separator: ", ")))")
    }
    guard let row = PythonFunction.named(function.original) else {
      throw .noTranslation(function: name)
    }
    let form = row.form(in: library)
    define(form.definitions)
    switch form {
    case .library(let word):
      return called(word, terms)
    case .defined(let definition):
      return called(definition.name, terms)
    case .composed(_, let term):
      return term(
        PythonCall(
          arguments: terms, shapes: arguments.map { counts(of: $0) },
          areNumbers: arguments.map { isNumber($0) },
          slopeAtKink: slopeAtKink))
    }
  }

  private func called(_ word: String, _ terms: [PythonTerm]) -> PythonTerm {
    PythonTerm("\(word)(\(terms.map(\.text).joined(separator: ", ")))")
  }

  /// An argument; PyTorch's functions take no numbers of Python's own.
  private mutating func tensor(
    _ argument: Expression, _ function: Function
  ) throws(ScriptFault) -> PythonTerm {
    let term = try term(argument)
    let takesSizes: Set<Name> = ["ones", "zeros", "eye"]
    guard library == .pytorch, term.isPlain,
      !takesSizes.contains(function.name)
    else { return term }
    return PythonTerm("torch.tensor(float(\(term.text)))")
  }

  // MARK: - Functions that the worksheet defines, and slopes

  /// The derivative of a function, by the formula that Backstep computes.
  private mutating func slope(
    of function: Function, _ primes: Int, _ terms: [PythonTerm]
  ) throws(ScriptFault) -> PythonTerm {
    guard let body = function.elementwise else {
      throw .noTranslation(function: function.name)
    }
    let law: Expression
    do throws(ExpressionFault) {
      law = try body.slope(order: primes, of: function.name, stable: true)
    } catch { throw .noTranslation(function: function.name) }
    return called(try define(function, by: law, primes: primes), terms)
  }

  /// Defines what computes a formula in `x`, which is what goes in, and `y`,
  /// which is what comes out.
  ///
  /// - Returns: What it is called.
  private mutating func define(
    _ function: Function, by law: Expression, primes: Int
  ) throws(ScriptFault) -> String {
    let mark = primes == 0 ? "" : primes == 1 ? "_prime" : "_prime\(primes)"
    let name = names.identifier(
      primes == 0
        ? function.name : Name(stem: function.original.ascii + mark))
    guard !definitions.contains(where: { $0.name == name }) else {
      return name
    }
    let source = try source(of: name, function, law)
    define([PythonDefinition(name, source)])
    return name
  }

  private mutating func source(
    of name: String, _ function: Function, _ law: Expression
  ) throws(ScriptFault) -> String {
    var inner = self
    inner.indices = []
    inner.scope.shapes = [
      Elementwise.input: .scalar, Elementwise.output: .scalar,
    ]
    inner.scope.functions = function.elementwise?.functions ?? Function.table
    inner.scope.functions[function.name] = function
    inner.names = inner.names.naming([
      Elementwise.input: "x", Elementwise.output: "y",
    ])
    var lines = ["def \(name)(x):"]
    if law.names.contains(Elementwise.output) {
      let value = try inner.call(
        function.name, 0, [.name(Elementwise.input)])
      lines.append("    y = \(value.text)")
    }
    let value = try inner.term(law)
    lines.append("    return \(filled(value, law))")
    define(inner.definitions)
    return lines.joined(separator: "\n")
  }

  /// A formula that is the same everywhere fills the shape of `x`.
  private func filled(_ value: PythonTerm, _ law: Expression) -> String {
    let letters: Set<Name> = [Elementwise.input, Elementwise.output]
    guard letters.isDisjoint(with: law.names) else { return value.text }
    let factor = value.text(atLeast: .product)
    return "\(factor) * \(library.module).ones_like(x)"
  }
}
