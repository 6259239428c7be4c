import Algebra

extension ExpressionFault {
  /// What is said of an expression in a lesson that has no value.
  func words(in scope: Scope) -> LessonFault.Words {
    switch problem {
    case .unknownName(let name):
      .init(
        "\(name.text) is not known here",
        try: nearestName(to: name.text, among: scope.names.map(\.text))
          .map { "write \($0)" } ?? "write down \(name.text) on this screen first")
    case .innerDimensions(let left, let right):
      .init(
        "\(left) times \(right) has no meaning",
        try: "make the columns of the left agree with the rows of the right")
    case .entrywise(_, let left, let right), .shapesDiffer(let left, let right):
      .init(
        "\(left) and \(right) cannot be joined entry by entry",
        try: "give both one shape")
    case .ambiguousProduct:
      .init(
        "* between two matrices", try: "write @ for the matrix product, .* for "
          + "entry by entry")
    case .scalarInMatrixProduct:
      .init("@ takes two matrices", try: "write * with a number")
    case .subscriptOutOfRange(let index, let first, let last):
      .init(
        "there is no place \(index)", try: "write one from \(first) to \(last)")
    case .divisionByMatrix:
      .init("/ by a matrix", try: "write ./ to divide entry by entry")
    case .powerOfMatrix:
      .init("^ of a matrix", try: "write .^ for a power entry by entry")
    default:
      .init(
        "this part has no value",
        try: "type it in a session on this screen; the reply says more")
    }
  }
}
