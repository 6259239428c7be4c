/// The weights at some iterations, from which those at any other are
/// computed again.
///
/// There are never more than the limit: when there would be, every other one
/// is left out, and from then on they are twice as far apart.
struct Keyframes {
  struct Frame {
    let iteration: Int
    let weights: Weights
  }

  private(set) var frames: [Frame]
  private(set) var spacing: Int
  let limit: Int

  /// - Parameters:
  ///   - first: Where training begins; it is always kept.
  ///   - spacing: Iterations between two frames, at first.
  ///   - limit: How many frames there are at most.
  init(_ first: Frame, every spacing: Int, limit: Int) {
    frames = [first]
    self.spacing = spacing
    self.limit = max(limit, 2)
  }

  func wants(_ iteration: Int) -> Bool {
    iteration % spacing == 0
      && frames.last.map { $0.iteration < iteration } ?? true
  }

  mutating func append(_ frame: Frame) {
    frames.append(frame)
    while frames.count > limit {
      spacing *= 2
      let first = frames[0].iteration
      frames.removeAll {
        $0.iteration != first && $0.iteration % spacing != 0
      }
    }
  }

  /// The last frame that is not behind an iteration.
  func nearest(to iteration: Int) -> Frame? {
    frames.last { $0.iteration <= iteration }
  }
}
