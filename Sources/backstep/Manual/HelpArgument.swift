import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a command says of one of its arguments.
///
/// ArgumentParser tells this only as the JSON that it has for other tools.
struct HelpArgument: Decodable, Hashable {
  let kind: Kind
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let abstract: String?
  let defaultValue: String?
  let allValues: [String]?

  enum Kind: String, Decodable {
    case positional
    case option
    case flag
  }

  struct Name: Decodable, Hashable {
    let kind: Kind
    let name: String

    enum Kind: String, Decodable {
      case long
      case short
      case longWithSingleDash
    }

    /// As it is typed.
    var word: String { (kind == .long ? "--" : "-") + name }
  }

  /// The arguments of a command, in its order.
  static func all(of command: ParsableCommand.Type) throws -> [HelpArgument] {
    let tool = try JSONDecoder().decode(
      Tool.self, from: Data(command._dumpHelp().utf8))
    return (tool.command.arguments ?? []).filter(\.shouldDisplay)
  }

  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let arguments: [HelpArgument]?
  }
}

extension HelpArgument {
  private var value: String { "<\(valueName ?? "")>" }

  /// How it is typed: `-c, --command <line>`.
  var usage: String {
    if kind == .positional { return value }
    let words = (names ?? []).map(\.word).joined(separator: ", ")
    return kind == .flag ? words : "\(words) \(value)"
  }

  /// How it stands in a command's line, where it has a place of its own.
  var place: String? {
    guard kind == .positional else { return nil }
    let words = value + (isRepeating ? " ..." : "")
    return isOptional ? "[\(words)]" : words
  }

  /// What it is for, and what it may be.
  var meaning: String {
    let notes = [
      allValues.map { "values: " + $0.joined(separator: ", ") },
      defaultValue.map { "default: \($0)" },
    ].compactMap { $0 }
    let note = notes.isEmpty ? nil : "(\(notes.joined(separator: "; ")))"
    return [abstract, note].compactMap { $0 }.joined(separator: " ")
  }
}
