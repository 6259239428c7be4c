import Teaching
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What is kept of the learner's way, on disk.
///
/// Every change is written to a draft and put in the place of the file at
/// once, so that a crash at any moment leaves a whole file.
struct ProgressFile {
  /// As many bytes as are read of it.
  static let limit = 1 << 24

  let path: String
  /// What is on the disk.
  private(set) var saved = ProgressRecord()
  /// What there is to say of the file before the first line, if anything.
  private(set) var notice: String?
  /// Whether the file is somebody else's and stays as it is.
  private(set) var isLeftAlone = false
  private var hasFailed = false

  init(path: String) {
    self.path = path
    do {
      saved = try ProgressRecord(reading: text(of: path, limit: Self.limit))
    } catch let trouble as FileTrouble {
      take(trouble)
    } catch let fault as ProgressFault {
      take(fault)
    } catch {
      notice = "\(error)"
    }
  }

  private mutating func take(_ trouble: FileTrouble) {
    switch trouble {
    case .missing: break
    case .notUTF8, .tooLong: setAside(trouble.headline(path))
    case .isFolder, .interrupted, .refused:
      isLeftAlone = true
      notice =
        "\(trouble.headline(path)). This visit begins afresh and is not kept."
    }
  }

  private mutating func take(_ fault: ProgressFault) {
    switch fault {
    case .notARecord: setAside("\(path) is no record of progress")
    case .newerFormat(let format):
      isLeftAlone = true
      notice =
        "\(path) was written by a newer backstep (format \(format)). It is "
        + "left as it is; this visit begins afresh and is not kept."
    }
  }

  /// Renames a file that cannot be read, so that nothing in it is lost.
  private mutating func setAside(_ reason: String) {
    let names =
      [path + ".unreadable"] + (2...99).map { "\(path).unreadable\($0)" }
    let free = names.first { access($0, F_OK) != 0 }
    guard let free, rename(path, free) == 0 else {
      isLeftAlone = true
      notice = "\(reason). This visit begins afresh and is not kept."
      return
    }
    notice = "\(reason). It is kept as \(free); this visit begins afresh."
  }
}

extension ProgressFile {
  /// Writes a record if it differs from what is on the disk.
  ///
  /// - Returns: What there is to say, once, if it cannot be written.
  mutating func save(_ record: ProgressRecord) -> String? {
    guard !isLeftAlone, record != saved else { return nil }
    do {
      makeFolder(above: path)
      try replaceFile(at: path, with: record.text, mode: 0o600)
      saved = record
      hasFailed = false
    } catch {
      guard !hasFailed else { return nil }
      hasFailed = true
      return "Your place cannot be kept: \(error.headline(path))."
    }
    return nil
  }
}
