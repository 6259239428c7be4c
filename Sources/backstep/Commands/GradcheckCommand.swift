import Algebra
import ArgumentParser
import Formats
import Matrices
import Presentation
import Teaching

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `backstep gradcheck NETWORK.json`: whether the slopes of a network are what
/// differences of its cost say, and whether somebody else's are.
struct GradcheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradcheck",
    abstract: "Check the gradients of a network, or your own against them.",
    discussion: """
      Without --claim, each gradient is compared with differences of the cost \
      and with dual numbers. With --claim, the arrays of a file are compared \
      with ours: .npz and .json name them (dW1, db1, delta1, W1.grad, ...); \
      .npy and .csv hold one, named by the file or by --of.

      For example: backstep gradcheck xor.json --claim mine.npz

      Exit codes: 0 all agree; 1 something differs; 2 usage; 3 a file that \
      cannot be read.
      """)

  @Argument(help: "The network file.", completion: .file(extensions: ["json"]))
  var network: String

  @Option(
    help: ArgumentHelp(
      "Compare the arrays of this file with ours.", valueName: "file"),
    completion: .file(extensions: ["npz", "npy", "csv", "json"]))
  var claim: String?

  @Option(
    help: ArgumentHelp(
      "What a .npy or .csv file is about, such as dW1.",
      valueName: "quantity"))
  var of: String?

  @Flag(
    help: """
      Check every entry, however many there are, by costs for which only what \
      follows from it is computed.
      """)
  var all = false

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    if all, claim != nil {
      throw ValidationError(
        "--claim compares every entry as it is; leave out --all")
    }
    guard of != nil else { return }
    guard let claim else { throw ValidationError("--of needs --claim") }
    let name = claim.lowercased()
    if name.hasSuffix(".npz") || name.hasSuffix(".json") {
      throw ValidationError("--of is for a file that holds one array")
    }
  }

  func run() throws {
    let display = Display(display)
    let valuation = try valuation()
    let (text, json, hasFailed) =
      try claim.map { try comparison(with: $0, valuation, display.page) }
      ?? check(valuation, display.page)
    if self.json {
      try CommandOutput(page: display.page).write(json)
    } else {
      try display.show(text)
    }
    if hasFailed { throw ExitStatus.failed }
  }

  private func valuation() throws -> Valuation {
    let loaded: NetworkFile
    do throws(FormatFault) { loaded = try NetworkFile(path: network) } catch {
      throw Refusal([error.diagnostic(in: network)], .unusableFile)
    }
    do throws(WorksheetFault) {
      return try Valuation(
        loaded.description.worksheet(), givens: loaded.givens)
    } catch {
      throw Refusal([error.diagnostic(in: network)], .unusableFile)
    }
  }

  private func check(
    _ valuation: Valuation, _ page: Page
  ) throws -> (StyledText, String, Bool) {
    let referee = GradientReferee(valuation)
    let checks =
      all
      ? try referee.everyCheck(of: referee.parameters) : try referee.checks()
    let table = GradientTable(checks, in: valuation)
    return (
      table.text(for: page), GradientCheckJSON(checks).text, table.hasFailed
    )
  }

  private func comparison(
    with file: String, _ valuation: Valuation, _ page: Page
  ) throws -> (StyledText, String, Bool) {
    let table = ClaimTable(try claims(in: file, valuation), in: valuation)
    return (
      table.text(for: page), GradientCheckJSON(table.comparisons).text,
      table.hasFailed
    )
  }

  /// The arrays of a file under our names.
  private func claims(
    in file: String, _ valuation: Valuation
  ) throws -> [Name: Matrix<Double>] {
    var claims: [Name: Matrix<Double>] = [:]
    for claim in try read(file).claims {
      guard let name = valuation.worksheet.quantity(claimedAs: claim.name),
        let own = valuation.values[name]
      else { throw unknown(claim.name, in: file, valuation) }
      guard claims[name] == nil else {
        throw Refusal(
          "\(file) holds \(name.ascii) under two names", .unusableFile,
          notes: ["\(claim.name) is the second"], try: "keep one of them")
      }
      claims[name] = claim.matrix(like: own.shape)
    }
    return claims
  }

  private func read(_ file: String) throws -> ClaimFile {
    do {
      let data = try bytes(of: file, limit: NetworkFile.limit)
      return try ClaimFile(Data(data), named: file, of: of)
    } catch let trouble as FileTrouble {
      throw Refusal(trouble, in: file, .unusableFile)
    } catch let fault as FormatFault {
      throw Refusal([fault.diagnostic(in: file)], .unusableFile)
    }
  }

  private func unknown(
    _ word: String, in file: String, _ valuation: Valuation
  ) -> Refusal {
    let slopes = GradientReferee(valuation).subjects.map {
      valuation.worksheet.adjoint(of: $0).ascii
    }
    let nearest = NearestName.nearest(to: word, among: slopes) ?? slopes.first
    let holdsNames = [".npz", ".json"].contains {
      file.lowercased().hasSuffix($0)
    }
    return Refusal(
      "\(file): there is no quantity \(word) in \(network)", .unusableFile,
      notes: ["slopes are " + slopes.joined(separator: ", ")],
      try: nearest.map { holdsNames || of != nil ? $0 : "--of \($0)" })
  }
}

extension ClaimFile.Claim {
  /// The array; a list that is as long as a vector of ours stands as it does.
  fileprivate func matrix(like shape: Shape) -> Matrix<Double> {
    let isVector = shape.rows == 1 || shape.columns == 1
    guard isFlat, isVector, matrix.storage.count == shape.count else {
      return matrix
    }
    let reshaped = try? Matrix(
      rows: shape.rows, columns: shape.columns, storage: matrix.storage)
    return reshaped ?? matrix
  }
}
