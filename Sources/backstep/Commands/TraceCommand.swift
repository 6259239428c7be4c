import Algebra
import ArgumentParser
import Formats
import Networks
import Presentation

/// `backstep trace NETWORK.json`: every quantity of a network.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Show every quantity of a network, forwards and backwards.",
    discussion: """
      The network file says the layers, the activations, the cost, the weights
      and the examples; columns are examples. Exit codes: 0 good, 2 usage, 3 a
      network file that cannot be read.
      """)

  @Argument(help: "The network file.", completion: .file(extensions: ["json"]))
  var network: String

  @Flag(help: "Write JSON with 17 significant digits.")
  var json = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let display = Display(display)
    let output = CommandOutput(page: display.page)
    let loaded: NetworkFile
    do throws(FormatFault) { loaded = try NetworkFile(path: network) } catch {
      output.report(error.diagnostic(in: network))
      throw ExitCode(3)
    }
    let valuation: Valuation
    do throws(WorksheetFault) {
      valuation = try Valuation(
        loaded.description.worksheet(), givens: loaded.givens)
    } catch {
      output.report(error.diagnostic(in: network))
      throw ExitCode(3)
    }
    try output.write(
      json
        ? TraceJSON(valuation, delta: loaded.delta).text
        : TraceTable(valuation, delta: loaded.delta).text(for: display.page)
          .plain
          + "\n")
    if json { output.note(notFinite: valuation) }
  }
}

extension WorksheetFault {
  /// The fault of a network whose file is good, but which has no numbers.
  func diagnostic(in file: String) -> Diagnostic {
    switch self {
    case .perExampleImpossible:
      Diagnostic(
        "\(file): delta cannot leave out 1/m with this cost",
        remedy: "\"delta\": \"mean\"")
    case .equation(let name, _):
      Diagnostic(
        "\(file): \(name.ascii) cannot be computed from these numbers",
        remedy: "smaller layers, or fewer examples at a time")
    default:
      Diagnostic(
        "\(file): no slope of this cost can be derived",
        remedy: "\"cost\": { \"name\": \"half-squared-error\" }")
    }
  }
}
