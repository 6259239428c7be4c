// A `slip` line says how often, how far and until when; a `slipped` line
// where. An earlier version leaves both out.
extension ProgressRecord {
  var slipLines: [String] {
    guard !slips.entries.isEmpty else { return [] }
    return ["visit \(slips.visit)"]
      + slips.inOrder.flatMap { kind, entry in
        let due = entry.due.map(String.init) ?? "-"
        let head = "slip \(kind.text) \(entry.times) \(entry.stage) \(due)"
        return [head]
          + entry.places.map {
            "slipped \(kind.text) \($0.lesson) \($0.screen) \($0.place)"
          }
      }
  }

  mutating func takeVisit(_ word: String) {
    guard let visit = Int(word), (0...Self.mostVisits).contains(visit) else {
      return
    }
    slips.visit = visit
  }

  mutating func takeSlip(_ words: [String]) {
    guard words.count == 4, let kind = SlipLog.Kind(words[0]),
      let times = Int(words[1]), let stage = Int(words[2]),
      times > 0, SlipLog.gaps.indices.contains(stage) || words[3] == "-"
    else { return }
    var entry = SlipLog.Entry()
    entry.times = times
    entry.stage = stage
    entry.due = Int(words[3]).map { min($0, Self.mostVisits) }
    slips.take(kind, entry)
  }

  mutating func takeSlipped(_ words: [String]) {
    guard words.count == 4, let kind = SlipLog.Kind(words[0]),
      let place = Int(words[3]), place >= 0, var entry = slips.entries[kind]
    else { return }
    entry.places.append(
      QuestionID(lesson: words[1], screen: words[2], place: place))
    slips.take(kind, entry)
  }

  /// More than anybody will come; a larger number is none that was counted.
  private static let mostVisits = 1_000_000
}
