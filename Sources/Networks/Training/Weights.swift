import Algebra
import Matrices

/// What training alters: the parameters, and what the updates carry.
typealias Weights = [Name: Matrix<Double>]

extension Weights {
  var isFinite: Bool {
    values.allSatisfy { $0.storage.allSatisfy(\.isFinite) }
  }
}

extension Valuation {
  /// What the update equations make of the quantities, in their order; all
  /// are computed from the values of before the first of them.
  ///
  /// - Parameter rate: The learning rate η.
  /// - Returns: The equations, each with the value of its right side.
  /// - Throws: ``WorksheetFault/equation(_:_:)``.
  public func updates(
    rate: Double
  ) throws(WorksheetFault) -> [(equation: Equation, value: Matrix<Double>)] {
    let locals = [Worksheet.rate: Matrix(scalar: rate)]
    var updates: [(equation: Equation, value: Matrix<Double>)] = []
    for equation in worksheet.equations where equation.role == .update {
      do {
        updates.append(
          (equation, try value(of: equation.computed, locals: locals)))
      } catch let fault as ExpressionFault {
        throw .equation(equation.name, fault)
      } catch {
        throw .equation(equation.name, ExpressionFault(.derivativeInside))
      }
    }
    return updates
  }
}
