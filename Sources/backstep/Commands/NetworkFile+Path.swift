import Formats

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension NetworkFile {
  /// Reads a network file and the data files that it names beside it.
  init(path: String) throws(FormatFault) {
    let json = try Self.bytes(of: path, named: path)
    try self.init(json: json) { name in
      try Self.bytes(of: FilePath(path).neighbour(name), named: name)
    }
  }

  /// The bytes of a file, of which no more are read than can be taken.
  static func bytes(
    of path: String, named name: String
  ) throws(FormatFault) -> Data {
    do throws(FileTrouble) {
      return Data(try backstep.bytes(of: path, limit: limit))
    } catch {
      throw FormatFault(error, of: name)
    }
  }
}

extension TrainingFile {
  /// Reads a training that was kept, and the data files that its network
  /// names beside it.
  init(path: String) throws(FormatFault) {
    let json = try NetworkFile.bytes(of: path, named: path)
    try self.init(json: json) { name in
      try NetworkFile.bytes(of: FilePath(path).neighbour(name), named: name)
    }
  }
}

extension SavedFile {
  /// Reads a network or a training, and the data files that it names beside
  /// it.
  init(path: String) throws(FormatFault) {
    let json = try NetworkFile.bytes(of: path, named: path)
    try self.init(json: json) { name in
      try NetworkFile.bytes(of: FilePath(path).neighbour(name), named: name)
    }
  }
}

extension FormatFault {
  init(_ trouble: FileTrouble, of name: String) {
    switch trouble {
    case .tooLong(let limit): self.init(.tooLong(bytes: limit + 1))
    case .missing: self.init(.unreadable(name, reason: "it does not exist"))
    case .isFolder: self.init(.unreadable(name, reason: "it is a folder"))
    case .interrupted:
      self.init(.unreadable(name, reason: "Ctrl-C was typed"))
    case .notUTF8, .refused:
      self.init(.unreadable(name, reason: "it may not be read"))
    }
  }
}
