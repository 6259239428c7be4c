import Formats
import Foundation

extension NetworkFile {
  /// Reads a network file and the data files that it names beside it.
  init(path: String) throws(FormatFault) {
    let url = URL(fileURLWithPath: path)
    let bytes = try url.bytes(named: path)
    try self.init(json: bytes) { name in
      let file = URL(
        fileURLWithPath: name, relativeTo: url.deletingLastPathComponent())
      return try file.bytes(named: name)
    }
  }
}

extension URL {
  /// The bytes of the file, of which no more are read than can be taken.
  fileprivate func bytes(named name: String) throws(FormatFault) -> Data {
    do {
      let handle = try FileHandle(forReadingFrom: self)
      defer { try? handle.close() }
      let limit = NetworkFile.limit
      let bytes = try handle.read(upToCount: limit + 1) ?? Data()
      guard bytes.count <= limit else {
        throw FormatFault(.tooLong(bytes: bytes.count))
      }
      return bytes
    } catch let fault as FormatFault {
      throw fault
    } catch {
      throw FormatFault(.unreadable(name, reason: reason(for: error)))
    }
  }

  private func reason(for error: any Error) -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: path, isDirectory: &isFolder)
    guard exists else { return "it does not exist" }
    return isFolder.boolValue ? "it is a folder" : "it may not be read"
  }
}
