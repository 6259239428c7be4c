extension ConsoleText {
  /// Types the lines at a terminal, each when its prompt has come.
  ///
  /// - Parameters:
  ///   - program: What to run.
  ///   - columns: The width of the terminal.
  /// - Returns: What stood on the terminal at the end, of any length.
  /// - Throws: ``Failure`` where another prompt came than is written here.
  public func typed(at program: Program, columns: Int) throws -> String {
    let terminal = try PseudoTerminal(
      program, columns: columns, rows: Self.rows)
    for exchange in exchanges {
      try terminal.expect(exchange.prompt.trimmingEnd)
      try terminal.send(exchange.line + "\r")
    }
    _ = try terminal.waitForExit()
    let screen = terminal.screen
    guard screen.unknown.isEmpty else {
      throw Failure("sequences that are not understood: \(screen.unknown)")
    }
    return screen.text
  }

  /// What a terminal of that width would show.
  public func screen(columns: Int) -> String {
    var screen = Screen(columns: columns, rows: Self.rows)
    // A typed line that fills its rows leaves the cursor on a row of its own.
    let full = Set(
      exchanges.map { $0.prompt + $0.line }
        .filter { !$0.isEmpty && $0.count.isMultiple(of: columns) })
    screen.take(
      shown.split(separator: "\n", omittingEmptySubsequences: false)
        .map { full.contains(String($0)) ? $0 + "\r\n" : $0 }
        .joined(separator: "\r\n"))
    return screen.text
  }

  /// More than any conversation is long.
  private static let rows = 4000
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
