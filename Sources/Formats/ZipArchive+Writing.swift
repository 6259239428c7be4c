extension ZipArchive {
  /// The bytes of an archive whose entries are stored as they are.
  ///
  /// All entries are of the first day that the format knows, so that the same
  /// entries make the same bytes.
  ///
  /// Source: PKWARE, *APPNOTE.TXT*, sections 4.3.7, 4.3.12 and 4.3.16.
  ///
  /// - Parameter entries: The names of files, and what they hold.
  /// - Returns: The archive.
  static func bytes(of entries: [(name: String, contents: [UInt8])]) -> [UInt8]
  {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, contents) in entries {
      let start = bytes.count
      let name = Array(name.utf8)
      let checksum = Int(Checksum.crc32(of: contents))
      // Version 2.0, no flags, stored, midnight of 1 January 1980.
      var facts = [20, 0, 0, 0, 0x21].flatMap { number($0, 2) }
      facts += [checksum, contents.count, contents.count].flatMap {
        number($0, 4)
      }
      facts += number(name.count, 2) + number(0, 2)
      bytes += Array("PK\u{3}\u{4}".utf8) + facts + name + contents
      directory += Array("PK\u{1}\u{2}".utf8) + number(20, 2) + facts
      directory += number(0, 10) + number(start, 4) + name
    }
    let start = bytes.count
    bytes += directory + Array("PK\u{5}\u{6}".utf8) + number(0, 4)
    bytes += number(entries.count, 2) + number(entries.count, 2)
    return bytes + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  /// A whole number in some bytes, the lowest first.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map {
      UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0)
    }
  }
}
