/// The files that a user has, by the rules of the XDG base directories.
///
/// Source: XDG Base Directory Specification 0.8.
enum UserFile {
  case progress
  case history
  case startup

  /// Where the file is; nil where the user has no folder at all.
  var path: String? {
    switch self {
    case .progress: Self.folder(.state).map { $0 + "/progress" }
    case .history: Self.folder(.state).map { $0 + "/history" }
    case .startup: Self.folder(.configuration).map { $0 + "/init" }
    }
  }

  private enum Kind {
    case state
    case configuration

    var variable: String {
      switch self {
      case .state: "XDG_STATE_HOME"
      case .configuration: "XDG_CONFIG_HOME"
      }
    }

    var usual: String {
      switch self {
      case .state: ".local/state"
      case .configuration: ".config"
      }
    }
  }

  private static func folder(_ kind: Kind) -> String? {
    // The specification: a path that is not absolute is to be left alone.
    if let base = environment[kind.variable], base.hasPrefix("/") {
      return base + "/backstep"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      return nil
    }
    return "\(home)/\(kind.usual)/backstep"
  }
}
