#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The name of a file, as it was written.
struct FilePath {
  let text: String

  init(_ text: String) { self.text = text }

  /// The folder; empty where the name says none.
  var folder: String {
    guard let slash = text.lastIndex(of: "/") else { return "" }
    let end = text[..<slash].lastIndex { $0 != "/" }
    return end.map { String(text[...$0]) } ?? "/"
  }

  /// The name within the folder, without its ending.
  var stem: String {
    let name = text.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return String(name)
    }
    return String(name[..<dot])
  }

  /// Another file in the same folder.
  func neighbour(_ name: String) -> String {
    name.hasPrefix("/") ? name : FilePath.file(name, in: folder)
  }

  /// A file in a folder.
  static func file(_ name: String, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/")
      ? folder + name : folder + "/" + name
  }

  var isThere: Bool { access(text, F_OK) == 0 }

  /// The name as a shell would read it: `~` and `~user` are home folders.
  var expanded: String {
    let user = text.prefix { $0 != "/" }
    guard user.first == "~" else { return text }
    let home =
      user == "~"
      ? environment["HOME"] ?? Self.home(getpwuid(getuid()))
      : Self.home(getpwnam(String(user.dropFirst())))
    return home.map { $0 + text.dropFirst(user.count) } ?? text
  }

  private static func home(_ user: UnsafeMutablePointer<passwd>?) -> String? {
    user.map { String(cString: $0.pointee.pw_dir) }
  }
}
