import Matrices

/// Reading the slopes of one entry after another off one record.
///
/// One run over an equation gives the slopes of all its entries in all the
/// entries that are followed, softmax included: nothing is known here of any
/// form but its entry-by-entry steps.
extension RecordingArithmetic where Base == RealArithmetic {
  /// The slopes of a number in those of the first `count` numbers that lead
  /// to it, which are those that were followed.
  ///
  /// Only what leads to the number is looked at; the record of a large matrix
  /// is long, and is asked once for each entry.
  func reachedSlopes(
    of number: Number, inFirst count: Int
  ) -> [Int: Double] {
    guard let last = number.place else { return [:] }
    var adjoints = [last: 1.0]
    var pending = PlacesFromTheEnd(last)
    var found: [Int: Double] = [:]
    while let place = pending.popLast() {
      let adjoint = adjoints.removeValue(forKey: place) ?? 0
      guard place >= count else {
        found[place] = adjoint
        continue
      }
      for source in steps[place].sources {
        let isNew = adjoints[source.place] == nil
        adjoints[source.place, default: 0] +=
          source.slope == 0 ? 0 : adjoint * source.slope
        if isNew { pending.insert(source.place) }
      }
    }
    return found
  }
}

/// Places on a record, the last of which is taken first: a binary heap.
private struct PlacesFromTheEnd {
  private var heap: [Int]

  init(_ first: Int) { heap = [first] }

  mutating func insert(_ place: Int) {
    heap.append(place)
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2] < heap[child] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLast() -> Int? {
    guard let top = heap.first, let end = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = end
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter {
        $0 < heap.count
      }
      guard let larger = children.max(by: { heap[$0] < heap[$1] }),
        heap[larger] > heap[parent]
      else { return top }
      heap.swapAt(parent, larger)
      parent = larger
    }
  }
}
