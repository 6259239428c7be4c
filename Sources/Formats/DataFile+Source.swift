#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension DataFile {
  /// A file, what it is called, and how its bytes are had.
  public struct Source {
    public let name: String
    private let size: Int?
    let room: Room
    private let read: () -> ByteStream

    /// A file whose bytes are there.
    public init(_ bytes: Data, named name: String) {
      self.name = name
      size = bytes.count
      room = Room()
      read = { ByteStream(bytes) }
    }

    /// A file that is read once, piece by piece.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - size: Its bytes, where that is known before it is read.
    ///   - memory: The bytes of memory that the machine has.
    ///   - reading: Puts the next bytes into a buffer and says how many; 0
    ///     at the end.
    public init(
      named name: String, size: Int?, memory: Int,
      reading:
        @escaping (
          UnsafeMutableRawBufferPointer
        ) throws(FormatFault) -> Int
    ) {
      self.name = name
      self.size = size
      room = Room(memory: memory)
      read = { ByteStream(reading) }
    }

    /// The file and what its beginning and its name say of it.
    func opened() throws(FormatFault) -> (ByteStream, Form) {
      let stream = read()
      try stream.fill(2)
      let name = name.lowercased()
      let isPacked =
        stream.bytes.starts(with: Gzip.magic) || name.hasSuffix(".gz")
      let ending = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
      return (
        stream,
        Form(
          isPacked: isPacked, name: ending, size: isPacked ? nil : size)
      )
    }
  }

  /// What is known of a file before it is read.
  struct Form {
    let isPacked: Bool
    /// Its name in small letters, as it was before gzip.
    let name: String
    /// Its bytes, where they are as they stand.
    let size: Int?
  }
}
