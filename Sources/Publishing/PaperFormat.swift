/// A language that documents are written in.
public enum PaperFormat: String, Hashable, Sendable, CaseIterable {
  case markdown = "md"
  case latex
  case html

  /// What a file of it is called behind the point.
  public var fileEnding: String {
    switch self {
    case .markdown: "md"
    case .latex: "tex"
    case .html: "html"
    }
  }
}

extension Document {
  /// The document in a language, ready to be a file.
  public func text(_ format: PaperFormat) -> String {
    switch format {
    case .markdown: MarkdownWriter(document: self).text()
    case .latex: LaTeXWriter(document: self).text()
    case .html: HTMLWriter(document: self).text()
    }
  }
}
