/// A library of Python in which a worksheet can be written down.
public enum PythonLibrary: String, Hashable, Sendable, CaseIterable {
  /// Arrays: the backward pass is ours, and its slopes are measured.
  case numpy
  /// Tensors: the slopes are found by the library itself.
  case pytorch

  /// What the library is called in a sentence.
  public var title: String {
    switch self {
    case .numpy: "NumPy"
    case .pytorch: "PyTorch"
    }
  }

  /// What a script calls the module.
  var module: String {
    switch self {
    case .numpy: "np"
    case .pytorch: "torch"
    }
  }
}
