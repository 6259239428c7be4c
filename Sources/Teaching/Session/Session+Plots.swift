import Algebra
import Matrices
import Presentation

extension Session {
  /// A `plot` fence of the lesson.
  func picture(_ plot: PlotDescription) -> StyledText {
    guard let valuation = live?.now else { return StyledText() }
    do {
      let plot = try CurvePlot(plot, in: valuation)
      return inset { plot.text(for: $0) }
    } catch {
      return error.diagnostic("plot").text(for: page)
    }
  }

  /// `plot sigmoid(z)` and `plot C for w1 in -1..3`.
  func plot(_ text: String) -> Reply {
    guard let live else { return noLesson() }
    guard let wish = PlotWish(text, in: scope) else {
      return wants(Command.plot)
    }
    do {
      let curve = try wish.curve(in: scope, of: text)
      if let refusal = refusal(ofHidden: curve.expression) { return refusal }
      let plot = PlotDescription(curves: [curve], points: [], showsSlope: false)
      let drawn = try CurvePlot(plot, in: live.now)
      return Reply(inset { drawn.text(for: $0) })
    } catch let fault as ExplanationFault {
      if case .expression(let inner) = fault {
        return failure(diagnostic(inner, source: wish.formula))
      }
      return failure(fault.diagnostic("plot"))
    } catch {
      return failure(diagnostic(error, source: text))
    }
  }
}

/// What `plot` was asked for, as text.
private struct PlotWish {
  let formula: String
  let variable: Name
  /// The entry of a given quantity that takes the place of the variable.
  var entry: Expression?
  var low = CurvePlot.range.lowerBound
  var high = CurvePlot.range.upperBound

  /// Splits `EXPRESSION for NAME in LOW..HIGH`, of which the last part may be
  /// absent; then the variable is the one name that nothing is known of.
  init?(_ text: String, in scope: Scope) {
    let words = text.split(separator: " ").map(String.init)
    guard let place = words.lastIndex(of: "for") else {
      formula = text
      let unknown = text.wordsAsNames.filter {
        !scope.isKnown($0) && scope.functions[$0] == nil
      }
      variable = unknown.first ?? "z"
      return
    }
    let rest = Array(words[(place + 1)...])
    formula = words[..<place].joined(separator: " ")
    guard let word = rest.first, !formula.isEmpty else { return nil }
    if word.isOneName {
      variable = Name(word)
    } else if let part = try? Expression(word, in: scope),
      let name = part.baseName
    {
      variable = name
      entry = part
    } else {
      return nil
    }
    guard rest.count > 1 else { return }
    let range = rest.dropFirst(2).joined().split(separator: ".")
    guard rest[1] == "in", let ends = Self.ends(rest.dropFirst(2).joined()),
      !range.isEmpty
    else { return nil }
    (low, high) = ends
  }

  private static func ends(_ text: String) -> (Double, Double)? {
    guard let first = text.firstIndex(of: "."),
      let dots = text.indices.first(where: { index in
        index >= first && text[index...].hasPrefix("..")
      })
    else { return nil }
    let low = Double(String(text[..<dots]))
    let high = Double(String(text[text.index(dots, offsetBy: 2)...]))
    guard let low, let high, low.isFinite, high.isFinite else { return nil }
    return (low, high)
  }

  func curve(
    in scope: Scope, of line: String
  ) throws(LineFault) -> PlotDescription.Curve {
    var scope = scope
    if scope.shapes[variable] == nil { scope.shapes[variable] = .scalar }
    let expression = try Expression.reading(formula, of: line, in: scope)
    return PlotDescription.Curve(
      expression: expression, variable: variable, low: low, high: high,
      entry: entry)
  }
}
