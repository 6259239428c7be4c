import CLineEditor

/// A key and libedit's command for it, where its own choice is none or bad.
struct KeyBinding {
  var key: String
  var command: String

  /// For both kinds of keys.
  static let common = [
    KeyBinding(key: "^I", command: "complete-word"),
    KeyBinding(key: "^R", command: "search-lines"),
  ]

  /// Keys that begin with ESC.
  ///
  /// In vi's insert mode they would keep ESC itself
  /// from leaving that mode.
  static let emacs =
    [
      ("\\e[A", "older-line"),
      ("\\eOA", "older-line"),
      ("\\e[B", "newer-line"),
      ("\\eOB", "newer-line"),
      ("\\e[1;5D", "ed-prev-word"),
      ("\\e[1;3D", "ed-prev-word"),
      ("\\e[1;5C", "em-next-word"),
      ("\\e[1;3C", "em-next-word"),
      ("\\e[1~", "ed-move-to-beg"),
      ("\\e[4~", "ed-move-to-end"),
      ("\\e[H", "ed-move-to-beg"),
      ("\\e[F", "ed-move-to-end"),
      ("\\e[3~", "ed-delete-next-char"),
      ("\\e[200~", "paste-text"),
      ("^G", "ed-start-over"),
    ].map { KeyBinding(key: $0.0, command: $0.1) }

  /// Keys that a clicker sends, and those that stand for them.
  static let clicker =
    [
      ("\\e[6~", "show-next"),
      ("\\e[5~", "show-previous"),
      ("\\e[C", "right-or-next"),
      ("\\eOC", "right-or-next"),
      ("\\e[D", "left-or-back"),
      ("\\eOD", "left-or-back"),
      (".", "blank-or-type"),
    ].map { KeyBinding(key: $0.0, command: $0.1) }

  /// Binds the keys that suit the mode; `~/.editrc` has been read by now.
  static func install(in editor: OpaquePointer) {
    let isVi = line_editor_is_vi(editor)
    for binding in isVi ? common : common + emacs {
      _ = line_editor_bind(editor, binding.key, binding.command)
    }
  }
}
