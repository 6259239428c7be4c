/// The classes of examples, as they are found one after another.
struct LabelColumn {
  /// How many classes there are, where it is known.
  private let count: Int?
  private var codes: [String: Int] = [:]
  private var names: [String] = []
  private var labels: [Int] = []

  init(classes count: Int?) { self.count = count }

  /// Adds the label of the next example.
  mutating func append(_ label: String) throws(FormatFault) {
    guard !label.isEmpty else { throw FormatFault(.labelIsEmpty) }
    if let count {
      guard let number = Int(label) else {
        throw FormatFault(.labelIsNoWholeNumber(label))
      }
      guard (0..<count).contains(number) else {
        throw FormatFault(.labelOutOfRange(label, classes: count))
      }
      labels.append(number)
    } else if let code = codes[label] {
      labels.append(code)
    } else {
      guard names.count < TableColumns.classLimit else {
        throw FormatFault(.tooManyClasses(names.count + 1))
      }
      codes[label] = names.count
      labels.append(names.count)
      names.append(label)
    }
  }

  /// The class of each example and the names of the classes, in the order of
  /// their numbers where all are whole numbers, and else of the alphabet.
  func sorted() -> (labels: [Int], classes: [String]) {
    if let count { return (labels, (0..<count).map(String.init)) }
    let numbers = names.compactMap { Int($0) }
    let order = names.indices.sorted { left, right in
      numbers.count == names.count && numbers[left] != numbers[right]
        ? numbers[left] < numbers[right] : names[left] < names[right]
    }
    var rank = [Int](repeating: 0, count: names.count)
    for (place, code) in order.enumerated() { rank[code] = place }
    return (labels.map { rank[$0] }, order.map { names[$0] })
  }
}
