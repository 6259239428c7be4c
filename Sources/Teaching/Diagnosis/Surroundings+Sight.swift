import Algebra

extension Surroundings {
  /// The quantities on the screen, and how steep each function is.
  var inSight: [Expression] {
    let names = worksheet.names.filter { $0 != target }
    return names.map(Expression.name) + slopesInSight
  }

  private var slopesInSight: [Expression] {
    worksheet.equations.compactMap { equation in
      guard equation.role == .forward,
        case .call(let function, 0, let arguments) =
          equation.expression.ungrouped,
        scope.functions[function]?.elementwise != nil
      else { return nil }
      return .call(function, primes: 1, arguments)
    }
  }

  /// What goes into functions that bend at 0.
  var bentArguments: [Expression] {
    worksheet.equations.compactMap { equation in
      guard
        case .call(let function, 0, let arguments) =
          equation.expression.ungrouped,
        let kinks = scope.functions[function]?.elementwise?.kinks,
        kinks.contains(0)
      else { return nil }
      return arguments.first
    }
  }
}
