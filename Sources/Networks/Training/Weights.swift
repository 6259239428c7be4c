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
  /// What the update equations make of the quantities, in their order; one
  /// sees what those before it have made.
  ///
  /// - Parameter rate: The learning rate η.
  /// - Returns: The equations, each with the value of its right side.
  /// - Throws: ``WorksheetFault/equation(_:_:)``.
  public func updates(
    rate: Double
  ) throws(WorksheetFault) -> [(equation: Equation, value: Matrix<Double>)] {
    var locals: [Name: Matrix<Double>] = [Worksheet.rate: Matrix(scalar: rate)]
    var updates: [(equation: Equation, value: Matrix<Double>)] = []
    for equation in worksheet.equations where equation.role == .update {
      do {
        let value = try value(of: equation.computed, locals: locals)
        locals[equation.name] = value
        updates.append((equation, value))
      } catch let fault as ExpressionFault {
        throw .equation(equation.name, fault)
      } catch {
        throw .equation(equation.name, ExpressionFault(.derivativeInside))
      }
    }
    return updates
  }
}
