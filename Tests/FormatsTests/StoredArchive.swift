import Foundation
import Matrices

@testable import Formats

/// A zip archive, byte by byte, as `numpy.savez` writes it.
struct StoredArchive {
  var entries: [(name: String, contents: [UInt8])]
  /// What the directory says of each entry.
  var method = 0
  var flags = 0
  /// Bytes between the local header and the contents, such as sizes of 64
  /// bits.
  var extra: [UInt8] = []
  var comment: [UInt8] = []
  /// What the directory's sizes differ by from the truth.
  var surplus = 0

  init(_ matrices: [(String, Matrix<Double>)]) {
    entries = matrices.map { name, matrix in
      (name + ".npy", Array(NumPyArray.bytes(of: matrix)))
    }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, contents) in entries {
      let start = bytes.count
      let sum = Int(Checksum.crc32(of: contents))
      let sizes = number(contents.count, 4) + number(contents.count, 4)
      bytes += Array("PK\u{3}\u{4}".utf8)
      bytes += number(20, 2) + number(flags, 2) + number(method, 2)
      bytes += number(0, 4) + number(sum, 4) + sizes
      bytes += number(name.utf8.count, 2) + number(extra.count, 2)
      bytes += Array(name.utf8) + extra + contents
      directory += Array("PK\u{1}\u{2}".utf8) + number(20, 2) + number(20, 2)
      directory += number(flags, 2) + number(method, 2) + number(0, 4)
      directory += number(sum, 4) + number(contents.count + surplus, 4)
      directory += number(contents.count + surplus, 4)
      directory += number(name.utf8.count, 2) + number(0, 12)
      directory += number(start, 4) + Array(name.utf8)
    }
    let start = bytes.count
    bytes += directory + Array("PK\u{5}\u{6}".utf8) + number(0, 4)
    bytes += number(entries.count, 2) + number(entries.count, 2)
    bytes += number(directory.count, 4) + number(start, 4)
    return bytes + number(comment.count, 2) + comment
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map {
      UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0)
    }
  }
}
