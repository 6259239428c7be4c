import Presentation
import Teaching

/// What is kept of a conversation while it goes on.
extension Conversation {
  func begin(_ kind: RecordKind, in file: String) {
    let path = FilePath(file).expanded
    // A transcript goes on below what is there; the others have a head.
    guard kind == .transcript || !GrowingFile(path: path).holdsSomething else {
      let free = Self.free(beside: file)
      // Spaces that keep together what is typed.
      let line =
        kind == .cast
        ? "record\u{A0}--cast\u{A0}\(free)" : "record\u{A0}\(free)"
      return refuse(
        "\(file) is there already, and is kept: \(line) writes beside it.")
    }
    do throws(FileTrouble) {
      records[kind] = try record(kind, in: file, at: path)
    } catch {
      return refuse(
        "\(kind.words) cannot be written: \(file): \(error.reason).")
    }
    // What is said of a record is no part of it.
    try? display.show(session.begun(kind, in: file).text)
  }

  private func record(
    _ kind: RecordKind, in file: String, at path: String
  ) throws(FileTrouble) -> any SessionRecord {
    switch kind {
    case .transcript: return try Transcript(file, at: path)
    case .script: return try TypedScript(file, at: path, of: session)
    case .cast: return try Cast(file, at: path, of: session, on: display)
    }
  }

  func end(_ kinds: [RecordKind]) {
    var files: [RecordKind: String] = [:]
    for kind in kinds {
      files[kind] = records.removeValue(forKey: kind)?.file
    }
    try? display.show(session.ended(kinds, in: files).text)
  }

  /// Writes a line into what is kept; what can be written no longer ends.
  func keep(_ exchange: Exchange) {
    for kind in RecordKind.allCases {
      guard let record = records[kind] else { continue }
      do throws(FileTrouble) { try records[kind]?.add(exchange) } catch {
        records[kind] = nil
        say("\(kind.words) in \(record.file) ends here: \(error.reason).")
      }
    }
  }

  /// A name like this one under which there is no file: `demo-2.txt`.
  private static func free(beside file: String) -> String {
    let name = FilePath(file)
    let last = file.split(separator: "/").last ?? ""
    let ending = last.dropFirst(name.stem.count)
    let names = (2...99).map { name.neighbour("\(name.stem)-\($0)\(ending)") }
    return names.first { !FilePath(FilePath($0).expanded).isThere } ?? names[0]
  }
}

extension RecordKind {
  fileprivate var words: String {
    switch self {
    case .transcript: "The transcript"
    case .script: "The script"
    case .cast: "The recording"
    }
  }
}

extension Reply {
  /// Whether the line was about what is kept, and so is not kept itself.
  var isAboutRecords: Bool {
    effects.contains {
      switch $0 {
      case .beginRecord, .endRecords: true
      default: false
      }
    }
  }
}
