/// What `export` writes, by the ending of the file.
enum ExportKind: String, CaseIterable {
  // The longer ending before the one that ends like it.
  case pytorch = ".torch.py"
  case numpy = ".py"
  case html = ".html"
  case latex = ".tex"
  case md = ".md"

  /// What a file of that name holds; nothing where nothing is written under
  /// such a name.
  init?(file: String) {
    let name = file.lowercased()
    guard
      let kind = Self.allCases.first(where: { kind in
        name.hasSuffix(kind.rawValue) && name.count > kind.rawValue.count
      })
    else { return nil }
    self = kind
  }

  /// Whether it is a script with the worksheet, and no paper of the lesson.
  var isScript: Bool { self == .pytorch || self == .numpy }

  /// What the world calls it.
  var name: String { "\(self)" }

  /// Every kind with its meaning, for help.
  static var rows: [(word: String, meaning: String)] {
    [
      (
        "export lesson.html", "this lesson for paper or a browser, in your lens"
      ),
      ("export lesson.tex", "the same for pdflatex"),
      ("export lesson.md", "the same for a code host"),
      ("export check.py", "our equations in NumPy, slopes also measured"),
      ("export check.torch.py", "no slope of ours: PyTorch finds them"),
    ]
  }
}
