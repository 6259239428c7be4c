import Algebra
import Matrices
import Networks

/// Writes down the worksheet of a `network` or a `worksheet` fence, with its
/// numbers.
struct BenchCompiler {
  let origin: String
  let library: BenchLibrary
  var reader = ExpressionReader()
  var claims: [Claim] = []
  /// The examples of the bench, where the program makes them.
  private(set) var data: LearnedData?

  init(origin: String, library: BenchLibrary) {
    self.origin = origin
    self.library = library
  }

  var faults: LessonFaults { reader.faults }

  mutating func bench(of piece: PieceSyntax) -> Bench? {
    switch piece {
    case .network(.borrowed(let id)): borrowed(id)
    case .network(.described(let network)): bench(of: network)
    case .worksheet(let lines): bench(of: lines)
    default: nil
    }
  }

  private mutating func borrowed(_ id: SourceText) -> Bench? {
    switch library.loan(from: id.text) {
    case .bench(let bench): return bench
    case .refused(let refusal):
      reader.faults.add(.notLent(id.text, refusal), at: id)
      return nil
    }
  }

  /// The bench, once its numbers have been put in and everything computed.
  mutating func checked(
    _ worksheet: Worksheet, _ givens: [Name: Matrix<Double>],
    as network: NetworkDescription? = nil, at source: SourceText
  ) -> Bench? {
    do {
      _ = try Valuation(worksheet, givens: givens)
    } catch {
      reader.faults.add(error.words(in: worksheet), at: source)
      return nil
    }
    return Bench(
      worksheet: worksheet, givens: givens, origin: origin,
      network: network, data: data)
  }

  /// The inputs and the targets of a set under their names.
  mutating func examples(of syntax: SetSyntax) -> [Name: Matrix<Double>] {
    guard syntax.names.count == 2 else {
      reader.faults.add(.setNames(syntax.names.count), at: syntax.set)
      return [:]
    }
    do throws(DeclarationFault) {
      let made = try ExamplesWish(syntax.set.text).learned()
      data = data ?? made
      return [
        Name(syntax.names[0].text): made.learned.x,
        Name(syntax.names[1].text): made.learned.y,
      ]
    } catch {
      reader.faults.add(.setForm(error), at: syntax.set)
      return [:]
    }
  }

  /// The value of a literal: numbers written out, or what can be computed
  /// from numbers alone.
  mutating func value(of source: SourceText) -> Matrix<Double>? {
    guard let formula = reader.expression(source, in: Scope()) else {
      return nil
    }
    do { return try formula.value(in: Scope(), values: [:]) } catch {
      reader.faults.add(.literalWithoutValue, at: source)
      return nil
    }
  }

  mutating func number(_ source: SourceText) -> Double? {
    guard let value = value(of: source) else { return nil }
    guard value.shape.isScalar else {
      reader.faults.add(.numberWanted(SymbolicShape(value.shape)), at: source)
      return nil
    }
    return value.storage.first
  }
}
