import Algebra
import Presentation

extension Session {
  /// Compares slopes with differences of the cost, or draws their error.
  ///
  /// No slope itself is shown.
  ///
  /// - Parameter text: `W1`, `δ1`, `--all`, `--steps`, or nothing.
  /// - Returns: The table or the plot.
  func check(_ text: String) -> Reply {
    guard let live, live.worksheet.cost != nil else {
      return failure(
        Diagnostic("nothing here has a cost to be checked", remedy: "lessons"))
    }
    let referee = GradientReferee(live.now)
    do {
      let wish = try CheckWish(text)
      let subjects = try wish.subjects(of: referee)
      guard !subjects.isEmpty else {
        return failure(
          Diagnostic(
            "nothing here is a parameter, in which the cost would have a slope",
            remedy: "info"))
      }
      if wish.showsSteps { return try steps(subjects, live.now) }
      let checks =
        wish.isOfEveryEntry
        ? try referee.everyCheck(of: subjects)
        : try referee.checks(of: subjects)
      let table = GradientTable(
        checks, in: referee.valuation, hiding: concealment)
      return Reply(inset { table.text(for: $0) }, failed: table.hasFailed)
    } catch let fault as CheckFault {
      return failure(fault.diagnostic)
    } catch let fault as ExpressionFault {
      return failure(diagnostic(fault, source: text))
    } catch {
      return failure(
        Diagnostic("the cost cannot be computed nearby", remedy: "check"))
    }
  }

  private func steps(
    _ subjects: [Name], _ valuation: Valuation
  ) throws -> Reply {
    guard let errors = try StepErrors(subjects, in: valuation) else {
      return Reply(
        board.prose("There is no relative error to draw at these numbers."))
    }
    let plot = StepPlot(errors, of: subjects.map(Worksheet.adjoint))
    return Reply(inset { plot.text(for: $0) })
  }
}
