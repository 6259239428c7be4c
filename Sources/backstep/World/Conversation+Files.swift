import Algebra
import Formats
import Matrices
import Presentation
import Publishing
import Teaching

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a session asks to be read and written.
extension Conversation {
  // MARK: - Writing

  /// Writes bytes into a file, whatever it held.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds then.
  ///   - file: How the learner named it.
  ///   - next: What the reply says that can be done with it.
  func write(_ bytes: [UInt8], into file: String, then next: String = "") {
    do throws(FileTrouble) {
      try replaceFile(at: FilePath(file).expanded, with: bytes, mode: 0o666)
    } catch {
      return refuse("\(file) cannot be written: \(error.reason).")
    }
    let page = display.page
    tell(
      StyledText("Saved in \(file)\(next).").indented(by: 1)
        .wrapped(to: page.width, hanging: 1))
  }

  /// Writes the network of the bench, but over nothing that is none.
  func save(network file: String) {
    guard let network = session.network,
      mayReplace(file, { try NetworkFile(path: $0) })
    else { return }
    let text = NetworkFile(
      description: network.description, givens: network.values,
      classes: session.classes
    ).json
    write(Array(text.utf8), into: file, then: "; load \(file) opens it")
  }

  /// Writes weights, but over nothing else.
  func save(weights file: String) {
    guard
      mayReplace(
        file,
        { path in
          try ClaimFile(NetworkFile.bytes(of: path, named: file), named: file)
        })
    else { return }
    write(
      Array(WeightsFile.npz(session.weights)), into: file,
      then: "; load \(file) puts them back")
  }

  /// Writes the training that was done last, but over nothing that is none.
  func save(training file: String) {
    guard let network = session.network, let training = session.training,
      mayReplace(file, { try TrainingFile(path: $0) })
    else { return }
    let kept = TrainingFile(
      settings: training.settings, state: training.state,
      network: NetworkFile(
        description: network.description, givens: network.values,
        classes: session.classes))
    write(
      Array(kept.json.utf8), into: file, then: "; load \(file) goes on with it")
  }

  /// Writes the worksheet as a script, but over nothing that is none of ours.
  func export(_ file: String, for library: String) {
    guard let library = PythonLibrary(rawValue: library),
      let valuation = session.valuation,
      mayReplace(file, { try PythonScript.requireOwn(at: $0) })
    else { return }
    do throws(ScriptFault) {
      let script = try PythonScript(
        valuation, library: library, title: session.worksheetTitle)
      write(
        Array(script.text.utf8), into: file,
        then: "; python3 \(file) checks it with \(library.title)")
    } catch {
      let remedy =
        session.network == nil ? "help export" : "save network.json"
      let diagnostic = error.diagnostic(in: file, try: remedy)
      tell(Reply(diagnostic.text(for: display.page), failed: true))
    }
  }

  /// Writes what the learner did for a teacher, but over nothing else.
  func report(into file: String) {
    guard mayReplace(file, { try ProgressReport(path: $0) }) else { return }
    write(
      Array(ProgressReport(session).json.utf8), into: file,
      then: "; it does not say who you are")
  }

  /// Writes the open lesson for paper, but over nothing that begins
  /// otherwise.
  func publish(_ file: String, as format: String) {
    guard let format = PaperFormat(rawValue: format),
      let lesson = session.lessonForPaper
    else { return }
    let document = Document(
      lesson, edition: .full, digits: session.page.digits, lens: session.lens)
    let text = document.text(format)
    guard mayReplace(file, { try text.requireSameTitle(at: $0) }) else {
      return
    }
    write(Array(text.utf8), into: file, then: "")
  }

  /// Whether a file is not there yet, or can be read as what it is to be.
  private func mayReplace<Value>(
    _ file: String, _ read: (String) throws -> Value
  ) -> Bool {
    let path = FilePath(file).expanded
    guard FilePath(path).isThere, (try? read(path)) == nil else { return true }
    refuse("\(file) holds something else, and is kept.")
    return false
  }

  // MARK: - Reading

  func load(_ file: String) {
    do throws(FormatFault) {
      let path = FilePath(file).expanded
      if file.lowercased().hasSuffix(".npz") {
        return try load(weights: file, at: path)
      }
      switch try SavedFile(path: path) {
      case .network(let network):
        tell(
          session.open(
            file: file, network.description, network.givens,
            classes: network.classes))
      case .training(let kept):
        guard let network = kept.network else {
          throw FormatFault(.missing(key: "network"))
        }
        tell(
          session.open(
            training: file, network.description, network.givens,
            kept.settings, kept.state, classes: network.classes))
      }
    } catch { tell(refusal(error, of: file)) }
  }

  private func load(
    weights file: String, at path: String
  ) throws(FormatFault) {
    let bytes = try NetworkFile.bytes(of: path, named: file)
    let shapes = session.weights.mapValues(\.shape)
    do throws(FormatFault) {
      let weights = try WeightsFile.weights(bytes, named: file, for: shapes)
      tell(session.take(weights, from: file))
    } catch {
      tell(refusal(error, of: file))
    }
  }

  private func refusal(_ fault: FormatFault, of file: String) -> Reply {
    var diagnostic = fault.diagnostic(in: file)
    diagnostic.remedy = fault.remedyAtBench(file) ?? diagnostic.remedy
    return Reply(diagnostic.text(for: display.page), failed: true)
  }

  /// Reads examples that the session asks for.
  func read(_ request: ExamplesRequest) {
    do throws(DataWishFault) {
      tell(
        session.take(
          try request.data.read(outputs: request.outputs), for: request))
    } catch {
      tell(session.refusal(error, of: request))
    }
  }
}

extension FormatFault {
  /// What can be typed where there is no file, or where its weights do not
  /// fit the network that stands here.
  fileprivate func remedyAtBench(_ name: String) -> String? {
    switch problem {
    case .shape(_, _, .parameter(let name)): "shape \(name)"
    case .noArray(let name, _): "shape \(name)"
    case .unreadable where file == nil: "help load"
    // A table is no network; a network is made for it.
    case .notJSON where !name.lowercased().hasSuffix(".json"),
      .notUTF8 where !name.lowercased().hasSuffix(".json"):
      "help network"
    default: nil
    }
  }
}

/// A file that is none of ours.
private struct Foreign: Error {}

extension String {
  /// Throws where a file does not begin as this paper begins.
  fileprivate func requireSameTitle(at path: String) throws {
    let other = try backstep.text(of: path, limit: 1 << 26)
    let lines = { (text: String) in
      text.split(separator: "\n").prefix(7).map(String.init)
    }
    guard lines(other) == lines(self) else { throw Foreign() }
  }
}

extension PythonScript {
  fileprivate static func requireOwn(at path: String) throws {
    let text = try backstep.text(of: path, limit: 1 << 26)
    guard isOwn(text) else { throw Foreign() }
  }
}
