import Foundation

/// A moment after which waiting is given up.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  public static func after(_ seconds: Double) -> Deadline {
    Deadline(end: .now + .seconds(seconds))
  }

  public var isOver: Bool { ContinuousClock.now >= end }

  /// Waits until one of the descriptors can be read or written, or for a
  /// moment, so that other things can be looked at.
  ///
  /// - Returns: Those that are ready.
  func waitBriefly(reading: [Int32], writing: [Int32] = []) -> Set<Int32> {
    var wanted =
      reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      + writing.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
    let count = poll(&wanted, nfds_t(wanted.count), 5)
    guard count > 0 else { return [] }
    return Set(wanted.filter { $0.revents != 0 }.map(\.fd))
  }
}
