import Algebra
import Presentation

/// What keeps a worksheet from being written down as a script.
public enum ScriptFault: Error, Hashable, Sendable {
  /// A function that is neither in the table nor defined by a formula.
  case noTranslation(function: Name)
  /// A form that stands for no value of its own, as a differential.
  case noValue(Expression)
  case tooManyNumbers(Int, limit: Int)
  case noEquations
  /// Rows are examples, or places are counted from another number than 1.
  case otherNotation
}

extension ScriptFault {
  /// What is said of it.
  ///
  /// - Parameters:
  ///   - source: The lesson or the file that was to be exported.
  ///   - remedy: What can be typed instead where it was asked for.
  /// - Returns: The message.
  public func diagnostic(in source: String, try remedy: String) -> Diagnostic {
    Diagnostic("\(source): \(headline)", notes: [note], remedy: remedy)
  }

  private var headline: String {
    switch self {
    case .noTranslation(let function):
      "\(function.ascii) has no formula that Python could take"
    case .noValue(let expression):
      "\(expression.text(.ascii)) has no value of its own"
    case .tooManyNumbers(let count, let limit):
      "the worksheet holds \(count) numbers, and a script at most \(limit)"
    case .noEquations: "there is no equation to be checked"
    case .otherNotation: "the worksheet is in the notation of another book"
    }
  }

  private var note: String {
    switch self {
    case .noTranslation: "of a function that may be any, nothing is computed"
    case .noValue: "a script computes values, and finds the slopes itself"
    case .tooManyNumbers: "it is to be read; fewer examples show the same lines"
    case .noEquations: "a script checks what is computed from what is given"
    case .otherNotation: "a script has columns as examples, and counts from 1"
    }
  }
}
