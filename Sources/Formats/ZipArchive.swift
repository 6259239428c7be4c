#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A zip archive whose entries are stored as they are, as `numpy.savez`
/// writes it, or compressed, as `numpy.savez_compressed` does.
///
/// Source: PKWARE, *APPNOTE.TXT*, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipArchive {
  /// A file within the archive.
  struct Entry {
    let name: String
    /// The bytes of the archive in which its contents stand.
    let range: Range<Int>
    let checksum: UInt32
    let isCompressed: Bool
    /// The bytes that come out.
    let size: Int
  }

  private let bytes: [UInt8]
  let entries: [Entry]

  /// Reads the directory of an archive.
  ///
  /// Nothing is allocated before a size has been held against the length of
  /// the archive.
  ///
  /// - Throws: ``FormatFault`` with the byte at which something is wrong.
  init(_ bytes: [UInt8]) throws(FormatFault) {
    self.bytes = bytes
    let directory = try Directory(bytes)
    var entries: [Entry] = []
    var place = directory.start
    var (total, inflated) = (0, 0)
    for _ in 0..<directory.count {
      let (entry, next) = try Self.entry(bytes, at: place, directory)
      total += entry.range.count
      inflated += entry.size
      guard inflated <= Gzip.limit else {
        throw FormatFault(.tooLarge(bytes: inflated), at: .byte(place))
      }
      guard total <= bytes.count else {
        throw FormatFault(.badHeader("size"), at: .byte(place))
      }
      entries.append(entry)
      place = next
    }
    guard place == directory.end else {
      throw FormatFault(.badHeader("directory"), at: .byte(place))
    }
    self.entries = entries
  }

  /// The contents of an entry.
  ///
  /// - Throws: ``FormatFault`` where they are not what was put in.
  func contents(of entry: Entry) throws(FormatFault) -> ArraySlice<UInt8> {
    let contents =
      entry.isCompressed ? try inflated(entry)[...] : bytes[entry.range]
    guard Checksum.crc32(of: contents) == entry.checksum else {
      throw FormatFault(.wrongChecksum, at: .byte(entry.range.lowerBound))
    }
    return contents
  }

  private func inflated(_ entry: Entry) throws(FormatFault) -> [UInt8] {
    let pieces = Pieces(limit: entry.size, expected: entry.size)
    // Copied, so that no error has to pass through the standard library.
    let stream = Data(bytes[entry.range])
    do throws(FormatFault) {
      let end = try stream.withBytes { buffer throws(FormatFault) in
        try Inflate.stream(buffer, from: 0) { piece throws(FormatFault) in
          guard pieces.add(piece) else {
            throw FormatFault(.badHeader("size"))
          }
        }
      }
      guard end == stream.count, pieces.bytes.count == entry.size else {
        throw FormatFault(
          .sizeDiffers(said: entry.size, found: pieces.bytes.count))
      }
    } catch {
      throw FormatFault(error.problem, at: .byte(entry.range.lowerBound))
    }
    return pieces.bytes
  }
}

// MARK: - The directory at the end

extension ZipArchive {
  private struct Directory {
    let start: Int
    let end: Int
    let count: Int

    private static let length = 22

    /// Finds the record at the end, which a comment may follow.
    init(_ bytes: [UInt8]) throws(FormatFault) {
      guard bytes.count >= Self.length else {
        throw FormatFault(
          .truncated(expected: Self.length, found: bytes.count))
      }
      let last = bytes.count - Self.length
      let first = max(0, last - 0xffff)
      let found = stride(from: last, through: first, by: -1).first { place in
        bytes.starts(with: "PK\u{5}\u{6}", at: place)
          && place + Self.length + bytes.number(2, at: place + 20)
            == bytes.count
      }
      guard let found else { throw FormatFault(.badHeader("directory")) }
      count = bytes.number(2, at: found + 10)
      start = bytes.number(4, at: found + 16)
      let size = bytes.number(4, at: found + 12)
      guard start != 0xffff_ffff, size != 0xffff_ffff, count != 0xffff else {
        throw FormatFault(.tooLarge(bytes: nil))
      }
      end = start + size
      guard bytes.number(2, at: found + 8) == count, end == found else {
        throw FormatFault(.badHeader("directory"), at: .byte(found))
      }
    }
  }

  private static func entry(
    _ bytes: [UInt8], at place: Int, _ directory: Directory
  ) throws(FormatFault) -> (Entry, next: Int) {
    guard place + 46 <= directory.end,
      bytes.starts(with: "PK\u{1}\u{2}", at: place)
    else { throw FormatFault(.badHeader("directory"), at: .byte(place)) }
    let end = place + 46 + bytes.number(2, at: place + 28)
    let next =
      end + bytes.number(2, at: place + 30) + bytes.number(2, at: place + 32)
    guard next <= directory.end,
      let name = String(validating: bytes[(place + 46)..<end], as: UTF8.self)
    else { throw FormatFault(.badHeader("name"), at: .byte(place)) }
    guard bytes.number(2, at: place + 8) & 1 == 0 else {
      throw FormatFault(.encryptedEntry(name))
    }
    let method = bytes.number(2, at: place + 10)
    guard method == 0 || method == 8 else {
      throw FormatFault(.compressedEntry(name))
    }
    let size = bytes.number(4, at: place + 20)
    let inflated = bytes.number(4, at: place + 24)
    let most = method == 0 ? size : size * Gzip.mostPerByte
    let start = try contents(
      bytes, at: bytes.number(4, at: place + 42), directory)
    guard inflated <= most, method == 8 || inflated == size,
      size <= directory.start - start
    else { throw FormatFault(.badHeader("size"), at: .byte(place)) }
    let checksum = UInt32(bytes.number(4, at: place + 16))
    return (
      Entry(
        name: name, range: start..<(start + size), checksum: checksum,
        isCompressed: method == 8, size: inflated), next
    )
  }

  /// Where the contents begin, behind a header of their own.
  ///
  /// The sizes in that header may be left to others; those of the directory
  /// count.
  private static func contents(
    _ bytes: [UInt8], at place: Int, _ directory: Directory
  ) throws(FormatFault) -> Int {
    guard place <= directory.start - 30,
      bytes.starts(with: "PK\u{3}\u{4}", at: place)
    else { throw FormatFault(.badHeader("entry"), at: .byte(place)) }
    let start =
      place + 30 + bytes.number(2, at: place + 26)
      + bytes.number(2, at: place + 28)
    guard start <= directory.start else {
      throw FormatFault(.badHeader("entry"), at: .byte(place))
    }
    return start
  }
}

extension [UInt8] {
  /// A whole number of some bytes, the lowest first; the bytes are there.
  fileprivate func number(_ count: Int, at place: Int) -> Int {
    self[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate func starts(with mark: String, at place: Int) -> Bool {
    place + 4 <= count && self[place..<(place + 4)].elementsEqual(mark.utf8)
  }
}
