import Presentation
import TestSupport
import Testing

@testable import Algebra

@Suite struct RoundTripTests {
  private func read(_ text: String) throws -> Expression? {
    do { return try Expression(text, in: RandomExpression.scope) } catch {
      Issue.record("\(error.diagnostic(of: text).text(width: 80).plain)")
      return nil
    }
  }

  @Test(arguments: 0..<400)
  func printingThenReadingIsIdentity(seed: Int) throws {
    var random = RandomExpression(
      generator: SeededGenerator(UInt64(seed)))
    for depth in 0...5 {
      let expression = random.expression(depth: depth).canonical()
      let unicode = expression.text(.unicode)
      let ascii = expression.text(.ascii)
      let fromUnicode = try read(unicode)
      #expect(fromUnicode == expression, "\(unicode)")
      let fromASCII = try read(ascii)
      #expect(fromASCII == expression, "\(ascii)")
      #expect(ascii.utf8.allSatisfy { $0 < 128 }, "\(ascii)")
    }
  }

  @Test(arguments: 0..<100)
  func everyPartStandsInItsColumns(seed: Int) throws {
    var random = RandomExpression(
      generator: SeededGenerator(UInt64(seed)))
    let text = random.expression(depth: 4).canonical().text()
    let reading = try Expression.reading(text, in: RandomExpression.scope)
    for (path, part) in reading.expression.parts {
      let columns = reading.columns(of: path)
      let piece = String(Array(text)[columns])
      guard case .name(let name) = part else { continue }
      #expect(Name(piece) == name, "\(piece) in \(text)")
    }
  }
}
