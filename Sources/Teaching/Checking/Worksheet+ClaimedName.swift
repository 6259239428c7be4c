import Algebra

extension Worksheet {
  /// The quantity that a name in somebody else's file means, or nothing.
  ///
  /// Read are the spellings of the language (`dW1`, `delta1`, `δ_1`) and those
  /// of other libraries: `W1.grad`, `grad_W1`, `dZ1`, `dC/dW1`.
  ///
  /// - Parameter text: The name as it is written.
  /// - Returns: The name of a quantity of the worksheet.
  public func quantity(claimedAs text: String) -> Name? {
    if let own = known(text) { return own }
    for slope in Self.bottoms(of: text) {
      guard let bottom = known(slope) else { continue }
      let adjoint = self.adjoint(of: bottom)
      if equation(adjoint) != nil { return adjoint }
    }
    return nil
  }

  /// A quantity by its name, or by the one that differs in case alone, for
  /// other books write `Z1` and `A1`.
  private func known(_ text: String) -> Name? {
    guard !text.isEmpty, text.isOneName || text.contains("^") else {
      return nil
    }
    let name = Name(text.filter { !"^()".contains($0) })
    if names.contains(name) { return name }
    let near = names.filter {
      $0.text.lowercased() == name.text.lowercased()
    }
    return near.count == 1 ? near[0] : nil
  }

  /// What a name may be the slope in.
  private static func bottoms(of text: String) -> [String] {
    var bottoms: [String] = []
    for ending in [".grad", "_grad", ".gradient"] where text.hasSuffix(ending) {
      bottoms.append(String(text.dropLast(ending.count)))
    }
    let beginnings = [
      "grad_", "grad.", "gradient_", "grad", "dC/d", "∂C/∂", "dL/d", "dJ/d",
      "d_", "d",
    ]
    for beginning in beginnings where text.hasPrefix(beginning) {
      bottoms.append(String(text.dropFirst(beginning.count)))
    }
    return bottoms
  }
}
