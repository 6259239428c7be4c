#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why a file cannot be taken.
enum FileTrouble: Error, Hashable {
  case missing
  case isFolder
  /// Ctrl-C was typed while it was read.
  case interrupted
  case tooLong(limit: Int)
  case notUTF8(line: Int)
  /// The system's error number.
  case refused(code: Int32)

  /// What is wrong with the file of that name.
  func headline(_ name: String) -> String {
    switch self {
    case .missing: "there is no file \(name)"
    case .isFolder: "\(name) is a folder"
    case .interrupted: "\(name) was not read to its end"
    case .tooLong(let limit): "\(name) is longer than \(limit) bytes"
    case .notUTF8(let line): "\(name) is not UTF-8 in line \(line)"
    case .refused:
      "\(name) cannot be read: \(reason)"
    }
  }

  /// The system's words, where it refused something.
  var reason: String {
    if case .refused(let code) = self {
      String(cString: strerror(code))
    } else {
      headline("it")
    }
  }

  /// What can be done about it, unless the caller knows better.
  func remedy(_ name: String) -> String {
    switch self {
    case .missing: "ls \(Self.folder(of: name))"
    case .isFolder: "ls \(name)"
    case .interrupted: "ls -l \(name)"
    case .tooLong: "wc -c \(name)"
    case .notUTF8: "iconv -f LATIN1 -t UTF-8 \(name)"
    case .refused: "ls -l \(name)"
    }
  }

  private static func folder(of name: String) -> String {
    let folder = FilePath(name).folder
    return folder.isEmpty ? "." : folder
  }
}

/// Reads the bytes of a file, but never more than a limit, whatever the file
/// is: a pipe and a device have no size that could be asked for.
///
/// - Parameters:
///   - path: The file.
///   - limit: As many bytes as are taken.
/// - Returns: All of its bytes.
/// - Throws: ``FileTrouble``.
func bytes(of path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
  let file = try OpenFile(path)
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = try chunk.withUnsafeMutableBufferPointer {
      chunk throws(FileTrouble) in
      try file.read(into: UnsafeMutableRawBufferPointer(chunk))
    }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    guard bytes.count <= limit else { throw .tooLong(limit: limit) }
  }
}

/// Reads a file of text.
func text(of path: String, limit: Int) throws(FileTrouble) -> String {
  let bytes = try bytes(of: path, limit: limit)
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .notUTF8(line: bytes.lineOfFirstFault)
  }
  return text
}

extension [UInt8] {
  /// The line, counted from 1, that is no text.
  fileprivate var lineOfFirstFault: Int {
    let lines = split(separator: 0x0A, omittingEmptySubsequences: false)
    let found = lines.firstIndex {
      String(validating: $0, as: UTF8.self) == nil
    }
    return (found ?? 0) + 1
  }
}
