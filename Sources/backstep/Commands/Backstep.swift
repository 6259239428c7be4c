import ArgumentParser
import Presentation
import Terminal

/// The tutor, and what can be asked of it from a shell.
@main
struct Backstep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backstep",
    abstract: "Backpropagation, one checked line at a time.",
    usage: """
      backstep [LESSON[#SCREEN]]
      backstep COMMAND ...
      """,
    discussion: """
      Without a command the tutor opens, where you left it. Without a \
      terminal it reads lines from standard input, as "run" does; if there \
      are none it shows the first screen and the lessons.

      Exit codes: 0 all is well; 1 a command, an answer or a check failed; \
      2 the command line is not understood; 3 a lesson or a network file \
      cannot be used.

      Files: $XDG_STATE_HOME/backstep/progress and history (by default in \
      ~/.local/state), $XDG_CONFIG_HOME/backstep/init (by default in \
      ~/.config): commands that are run when the tutor opens. Keys are set in \
      ~/.editrc.
      """,
    version: "0.1.0",
    subcommands: [
      TutorCommand.self, LessonsCommand.self, ClassCommand.self,
      RunCommand.self,
      LintCommand.self, VerifyCommand.self, TraceCommand.self,
      GradcheckCommand.self, TrainCommand.self, EvalCommand.self,
      DeriveCommand.self, ExportCommand.self, ProgressCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: TutorCommand.self)

  @OptionGroup(title: "Display") var display: DisplayOptions

  static func main() {
    openMissingDescriptors()
    Interrupts.install()
    status(of: Array(CommandLine.arguments.dropFirst())).end()
  }

  /// Does what the arguments ask for.
  static func status(of arguments: [String]) -> ExitStatus {
    do {
      if arguments.isEmpty {
        // Nothing to parse, which would take a quarter of the start.
        try Visit().run()
        return .good
      }
      var command = try parseAsRoot(arguments)
      try command.run()
      return .good
    } catch let refusal as Refusal {
      refusal.say()
      return refusal.status
    } catch let status as ExitStatus {
      return status
    } catch let code as ExitCode {
      return ExitStatus(rawValue: code.rawValue) ?? .failed
    } catch let error as OutputError {
      return ending(error)
    } catch {
      return answer(to: error, arguments)
    }
  }

  /// A reader that has gone is no failure.
  private static func ending(_ error: OutputError) -> ExitStatus {
    guard case .failed(let code) = error else { return .good }
    let reason = FileTrouble.refused(code: code).reason
    Refusal("standard output cannot be written: \(reason)", .failed).say()
    return .failed
  }

  private static func unknownWord(in arguments: [String]) -> Refusal? {
    guard let word = arguments.first, !word.hasPrefix("-"),
      !commandNames.contains(word)
    else { return nil }
    do { _ = try LessonChoice(word, orOneOf: commandNames) } catch {
      return error as? Refusal
    }
    return nil
  }

  /// Help, the version and completion scripts come as errors, too.
  private static func answer(
    to error: any Error, _ arguments: [String]
  ) -> ExitStatus {
    if exitCode(for: error).isSuccess {
      let width = TerminalWidth.current(environment: environment)
      let text = fullMessage(for: error, columns: min(max(width, 40), 80))
      do {
        try Output.standard.write(text.hasSuffix("\n") ? text : text + "\n")
      } catch { return ending(error) }
      return .good
    }
    // A word that means nothing is worth more than what stands behind it.
    let refusal = unknownWord(in: arguments)
    (refusal ?? Refusal(usage: message(for: error))).say()
    return .usage
  }
}
