import CCountedMemory

/// Whether it is counted here how often memory is asked for.
public let isMemoryCounted = counted_memory() >= 0

/// How often work asks for memory on its thread.
///
/// - Parameter work: The work.
/// - Returns: The number of times.
/// - Throws: What the work throws.
public func timesMemoryIsAsked(for work: () throws -> Void) rethrows -> Int {
  let before = counted_memory()
  try work()
  return Int(counted_memory() - before)
}
