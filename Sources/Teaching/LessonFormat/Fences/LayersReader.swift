/// Reads what follows `layers`.
///
///     layers    = size arrow layer { arrow layer } [ "," "no bias" ]
///     layer     = size activation
///     arrow     = "→" | "->"
enum LayersReader {
  static func layers(
    _ text: Stretch, _ faults: inout LessonFaults
  ) -> LayersSyntax? {
    let comma = text.topLevelParts(separatedBy: ",")
    for option in comma.dropFirst() where option.words.map(\.text) != noBias {
      faults.add(.layersOption(option.text), at: option.isEmpty ? text : option)
    }
    let parts = parts(of: comma[0])
    guard parts.count > 1, let input = parts.first, input.words.count == 1
    else {
      faults.add(.layersForm, at: text)
      return nil
    }
    return LayersSyntax(
      input: input.source,
      layers: parts.dropFirst().compactMap { layer($0, in: text, &faults) },
      hasBias: comma.count == 1)
  }

  private static let noBias = ["no", "bias"]

  private static func parts(of text: Stretch) -> [Stretch] {
    text.topLevelParts(separatedBy: "→").flatMap {
      $0.topLevelParts(separatedBy: "->")
    }
  }

  private static func layer(
    _ part: Stretch, in text: Stretch, _ faults: inout LessonFaults
  ) -> LayersSyntax.Layer? {
    let words = part.words
    guard words.count > 1 else {
      faults.add(
        words.isEmpty ? .layersForm : .activationMissing(part.text),
        at: words.isEmpty ? text : part)
      return nil
    }
    return LayersSyntax.Layer(
      size: words[0].source,
      activation: part.from(words[1].start).source)
  }
}
