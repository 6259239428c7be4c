import Algebra
import Matrices

/// How a network's output says which class an example has.
public struct Classification: Hashable, Sendable {
  /// What comes out, and what should.
  public let output: Name
  public let target: Name
  public let rule: Rule

  public enum Rule: Hashable, Sendable {
    /// The class is the row of the largest entry.
    case largest
    /// There are two classes; the second one begins above ½.
    case half
  }

  /// Finds out whether a worksheet classifies.
  ///
  /// It does where the last quantity of the target's shape is a softmax, or
  /// has several rows and every target is 1 in one of them and 0 elsewhere;
  /// and where it is one sigmoid and every target is 0 or 1.
  ///
  /// Nothing comes of a worksheet that does not.
  ///
  /// - Parameters:
  ///   - worksheet: Equations with an output and a target.
  ///   - values: What is given, the target among it.
  public init?(_ worksheet: Worksheet, values: [Name: Matrix<Double>]) {
    guard let target = worksheet.givens.first(where: { $0.role == .target }),
      let truth = values[target.name]
    else { return nil }
    let shapes = worksheet.scope.shapes
    guard
      let output = worksheet.equations.last(where: {
        $0.role == .forward && shapes[$0.name] == target.shape
      })
    else { return nil }
    var function: Name?
    if case .call(let name, 0, _) = output.expression {
      function =
        worksheet.functions[name]?.original
        ?? Function.table[name]?.name
    }
    let isHot = truth.storage.allSatisfy { $0 == 0 || $0 == 1 }
    if truth.rows == 1 {
      guard function == "sigmoid", isHot else { return nil }
      rule = .half
    } else {
      guard function == "softmax" || (isHot && truth.columnsSumToOne) else {
        return nil
      }
      rule = .largest
    }
    self.output = output.name
    self.target = target.name
  }

  /// The class of each column, counted from 0; nothing where two are equal,
  /// or an entry is not finite.
  public func classes(of matrix: Matrix<Double>) -> [Int?] {
    (0..<matrix.columns).map { column in
      rule == .half
        ? Self.side(of: matrix[0, column]) : Self.winner(column, of: matrix)
    }
  }

  private static func side(of entry: Double) -> Int? {
    entry > 0.5 ? 1 : entry < 0.5 ? 0 : nil
  }

  private static func winner(_ column: Int, of matrix: Matrix<Double>) -> Int? {
    var (best, isAlone) = (0, true)
    guard matrix[0, column].isFinite else { return nil }
    for row in 1..<matrix.rows {
      let (entry, largest) = (matrix[row, column], matrix[best, column])
      guard entry.isFinite else { return nil }
      if entry > largest {
        (best, isAlone) = (row, true)
      } else if entry == largest {
        isAlone = false
      }
    }
    return isAlone ? best : nil
  }
}
