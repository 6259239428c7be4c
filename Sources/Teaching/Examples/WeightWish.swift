import Networks

/// `glorot`, `random normal 0.01`, `uniform sqrt(6/5)`: how weights are drawn,
/// as it is typed.
struct WeightWish {
  let kind: InitialWeights
  /// The number behind it; nothing where none was typed.
  let width: Double?

  /// Nothing where no kind is called so, or what follows is no number.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    // The longest name is meant: glorot uniform is no uniform draw.
    for count in [2, 1] where words.count >= count {
      let name = words.prefix(count).joined(separator: " ")
      guard let kind = InitialWeights.named(name) else { continue }
      let rest = words.dropFirst(count).joined(separator: " ")
      self.kind = kind
      width = rest.isEmpty ? nil : rest.asNumber
      let isNumber = kind.width != nil && (width?.isFinite ?? false)
      if rest.isEmpty || isNumber { return }
      return nil
    }
    return nil
  }

  /// Every kind as it may be typed.
  static var forms: [String] {
    InitialWeights.all.map { $0.width == nil ? $0.name : "\($0.name) 0.01" }
  }
}
