import CKernels

/// Vectors that kernels are compiled for and this processor has, the widest
/// first.
public struct VectorLevel: Hashable, Sendable, CustomStringConvertible {
  public let number: Int32

  public var description: String { "level \(number)" }

  public static let all: [VectorLevel] = {
    kernels_use_level(4)
    let widest = kernels_level()
    return [4, 3, 0].filter { $0 <= widest }.map(VectorLevel.init)
  }()

  /// Does work with vectors of this level and no wider ones, on this thread.
  ///
  /// - Parameter work: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public func use<Result>(_ work: () throws -> Result) rethrows -> Result {
    kernels_use_level(number)
    defer { kernels_use_level(4) }
    return try work()
  }
}
