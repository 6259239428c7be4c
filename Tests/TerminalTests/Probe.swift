import Foundation
import TestSupport
import Testing

/// The probe on a terminal, waiting for its first line.
func probe(
  _ arguments: [String] = [], environment: [String: String] = [:],
  columns: Int = 80, rows: Int = 24
) throws -> PseudoTerminal {
  let program = try Program.built(
    "line-editor-probe", arguments: arguments, environment: environment)
  let terminal = try PseudoTerminal(program, columns: columns, rows: rows)
  try terminal.expect("1> ")
  return terminal
}

/// Suites that fork are serialized, one after another.
@Suite(.serialized) struct PseudoTerminalTests {}
