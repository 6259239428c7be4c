/// What `export` writes, by the ending of the file.
enum ScriptKind: String, CaseIterable {
  // The longer ending before the one that ends like it.
  case pytorch = ".torch.py"
  case numpy = ".py"

  /// What a file of that name holds; nothing where it is no script's name.
  init?(file: String) {
    let name = file.lowercased()
    guard
      let kind = Self.allCases.first(where: { kind in
        name.hasSuffix(kind.rawValue) && name.count > kind.rawValue.count
      })
    else { return nil }
    self = kind
  }

  /// What the world calls the library.
  var library: String { "\(self)" }

  /// Every kind with its meaning, for help.
  static var rows: [(word: String, meaning: String)] {
    [
      ("export check.py", "our equations in NumPy, slopes also measured"),
      ("export check.torch.py", "no slope of ours: PyTorch finds them"),
    ]
  }
}
