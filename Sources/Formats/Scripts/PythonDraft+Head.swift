import Algebra

extension PythonDraft {
  /// What the script is, what it imports, and how it holds two values
  /// against each other.
  ///
  /// - Parameters:
  ///   - title: What the worksheet is called.
  ///   - rest: What follows, by which it is known what has to be imported.
  /// - Returns: The text above the functions.
  func head(title: String, before rest: String) -> String {
    [documentation(title), imports(for: check + rest), check]
      .joined(separator: "\n\n")
  }

  private func documentation(_ title: String) -> String {
    let name = title.filter { $0 != "\\" && $0 != "\"" }
    return """
      \"""
      \(PythonText.filled("\(name), checked with \(library.title).", margin: ""))

      \(PythonText.filled(purpose, margin: ""))
      \"""
      """
  }

  private var purpose: String {
    let start =
      "\(PythonScript.mark) The worksheet is computed again from what is "
      + "given, and every quantity is held against Backstep's number. "
    let end =
      " One line is printed for each, and the exit code is 1 if anything "
      + "differs. Every number here reads back as the very double that "
      + "Backstep holds. Columns are examples."
      + (backward.isEmpty
        ? ""
        : " delta1 is the slope of the cost in z1, and of any other quantity "
          + "d and its name are: dW1, da1.")
    switch library {
    case .numpy where !backward.isEmpty:
      return start
        + "The slopes are computed by Backstep's backward equations, and those "
        + "in the parameters are also measured, by central differences of "
        + "the cost." + end
    case .pytorch where !backward.isEmpty:
      return start
        + "None of Backstep's backward equations stands here: the slopes are "
        + "those that PyTorch finds by itself." + end
    default: return start.dropLast() + end
    }
  }

  private func imports(for text: String) -> String {
    let words = Set(
      text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let constants = ["inf", "nan"].filter(words.contains)
    var lines = words.contains("math") ? ["import math"] : []
    lines.append("import sys")
    if !constants.isEmpty {
      lines.append("from math import " + constants.joined(separator: ", "))
    }
    lines.append("")
    lines += library == .numpy ? Self.numpyImports : Self.torchImports
    return lines.joined(separator: "\n")
  }

  private static let numpyImports = [
    "import numpy as np", "",
    "np.seterr(all=\"ignore\")  # what is not finite is compared as such",
  ]

  private static let torchImports = [
    "import torch", "", "torch.set_default_dtype(torch.float64)",
  ]

  private var check: String {
    switch library {
    case .numpy: Self.numpyCheck
    case .pytorch:
      watched.isEmpty
        ? Self.torchCheck : Self.torchCheck + "\n\n\n" + Self.watching
    }
  }

  /// Why nine digits, and not all.
  private static let tolerances = """
    # Two libraries add up in different orders, and each keeps about sixteen
    # digits; nine of them are asked for. Where digits cancel, so that fewer are
    # left, a check has an rtol or an atol of its own: 16 times the bound that
    # Backstep has on what rounding can do there.
    RTOL = 1e-9
    TINY = 1e-300  # numbers smaller than this have fewer digits
    differing = []


    def skip(name, reason):
        print(f"{name:<10} not compared: {reason}")
    """

  private static let numpyCheck = """
    \(tolerances)


    def check(name, value, told, rtol=RTOL, atol=0.0):
        value, told = np.asarray(value, float), np.asarray(told, float)
        if value.shape != told.shape:
            print(f"{name:<10} DIFFERS: its shape is {value.shape}, "
                  f"and not {told.shape}")
            differing.append(name)
            return
        same = (value == told) | (np.isnan(value) & np.isnan(told))
        gap = np.where(same, 0.0, np.abs(value - told))
        room = np.where(
            np.isfinite(told), rtol * np.abs(told) + atol + TINY, 0.0)
        bad = np.argwhere(~(gap <= room))
        if len(bad) == 0:
            print(f"{name:<10} agrees, to {np.max(gap):.0e}")
            return
        place = tuple(bad[0])
        where = [int(i) + 1 for i in place] or ""
        print(f"{name:<10} DIFFERS{where}: "
              f"{float(value[place])} here, {float(told[place])} in Backstep")
        differing.append(name)
    """

  private static let torchCheck = """
    \(tolerances)


    def check(name, value, told, rtol=RTOL, atol=0.0):
        told = torch.tensor(told)
        if value is None or value.shape != told.shape:
            shape = "no slope came" if value is None else tuple(value.shape)
            print(f"{name:<10} DIFFERS: {shape}, and not {tuple(told.shape)}")
            differing.append(name)
            return
        value = value.detach()
        same = (value == told) | (torch.isnan(value) & torch.isnan(told))
        gap = torch.where(same, torch.zeros_like(told), torch.abs(value - told))
        room = torch.where(
            torch.isfinite(told), rtol * torch.abs(told) + atol + TINY,
            torch.zeros_like(told))
        bad = torch.nonzero(~(gap <= room)).tolist()
        if len(bad) == 0:
            print(f"{name:<10} agrees, to {torch.max(gap).item():.0e}")
            return
        place = tuple(bad[0])
        where = [i + 1 for i in place] or ""
        print(f"{name:<10} DIFFERS{where}: {value[place].item()} here, "
              f"{told[place].item()} in Backstep")
        differing.append(name)
    """

  private static let watching = """
    def watched(value):
        # A value whose slope is kept, although it is computed from others.
        if not value.requires_grad:
            value.requires_grad_()
        value.retain_grad()
        return value
    """

  // MARK: - Functions and what is given

  /// The functions that the equations call.
  var functions: String {
    writer.definitions.map(\.source).joined(separator: "\n\n\n")
  }

  /// The sizes and the given quantities that are used.
  var givens: String {
    var draft = self
    var lines = ["# What is given."]
    for size in writer.sizes {
      guard
        let count = valuation.scope.sizes[size]?.count(
          sizes: valuation.scope.sizes)
      else { continue }
      lines.append("\(draft.word(size)) = \(count)")
    }
    for given in valuation.worksheet.givens {
      guard let value = valuation.values[given.name] else { continue }
      let word = draft.word(given.name)
      let (opening, closing) = array(given)
      let literal = PythonText.literal(
        value, isNumber: isNumber(given.name),
        start: word.count + 3 + opening.count, end: closing.count)
      lines.append("\(word) = \(opening)\(literal)\(closing)")
    }
    return lines.joined(separator: "\n")
  }

  private func array(_ given: Given) -> (String, String) {
    switch library {
    case .numpy:
      return (isNumber(given.name) ? "np.float64(" : "np.array(", ")")
    case .pytorch:
      return (
        "torch.tensor(",
        followed.contains(given.name) ? ", requires_grad=True)" : ")"
      )
    }
  }

  /// The end: what is said of all of it, and the exit code.
  var ending: String {
    """
    if differing:
        print(f"{len(differing)} differ: {', '.join(differing)}")
        sys.exit(1)
    print("All of it agrees with Backstep.")
    """
  }
}
