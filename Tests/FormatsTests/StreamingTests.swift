import Foundation
import Matrices
import Networks
import Testing

@testable import Formats

/// A file read piece by piece is what it is as a whole, and no more of it is
/// held or read than is needed.
@Suite struct StreamingTests {
  private static let lengths = [1, 2, 3, 7, 61, 4096]

  /// A file of which so many bytes come at a time.
  private final class Dripping {
    let bytes: [UInt8]
    let length: Int
    private(set) var place = 0

    init(_ bytes: some Sequence<UInt8>, by length: Int) {
      self.bytes = Array(bytes)
      self.length = length
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(length, buffer.count, bytes.count - place)
      buffer.copyBytes(from: bytes[place..<(place + count)])
      place += count
      return count
    }

    var stream: ByteStream {
      ByteStream { buffer throws(FormatFault) in self.read(buffer) }
    }

    func source(_ name: String, hasSize: Bool = true) -> DataFile.Source {
      DataFile.Source(
        named: name, size: hasSize ? bytes.count : nil, memory: .max
      ) { buffer throws(FormatFault) in self.read(buffer) }
    }
  }

  private enum Outcome: Hashable {
    case read(DataSet)
    case matrix(Matrix<Double>)
    case bytes([UInt8])
    case fault(FormatFault)

    init(_ make: () throws(FormatFault) -> Outcome) {
      do throws(FormatFault) { self = try make() } catch {
        self = .fault(error)
      }
    }
  }

  /// gzip without compression, in blocks of some bytes.
  private static func packed(_ bytes: [UInt8], by length: Int = 50) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var packed: [UInt8] = [0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]
    packed += Array("name\0".utf8)
    for start in stride(from: 0, to: bytes.count, by: length) {
      let block = bytes[start..<min(start + length, bytes.count)]
      packed += [block.endIndex == bytes.count ? 1 : 0]
      packed += number(block.count, 2) + number(~block.count, 2) + block
    }
    if bytes.isEmpty { packed += [1, 0, 0, 0xff, 0xff] }
    return packed + number(Int(Checksum.crc32(of: bytes)), 4)
      + number(bytes.count, 4)
  }

  private static let tables = [
    "a,\"b, \"\"c\"\"\",kind\r\n1, 2,rose\r\n\r\n\"3\",-4e-1,\"two\nlines\"\n"
      + "5,6,ä\r7,8,rose",
    "1,2,a\n3,x,b\n", "1,2,a\n3,4\n", "1,2,a\n\"3,4,b\n5,6,a\n",
    "1,2,a\n\"3\"4,5,b\n", "\u{FEFF}1,2,a\n3,4,b\n", "", "\n\n", "1,2,a",
    "1,2,a\n3,4,\n5,6,b\n",
  ]

  @Test(arguments: tables)
  func aTableInPiecesIsTheWholeTable(_ text: String) {
    let columns = TableColumns(label: .number(3))
    func read(
      _ bytes: [UInt8], by length: Int, window: Int, isPacked: Bool = false
    ) -> Outcome {
      Outcome { () throws(FormatFault) in
        .read(
          try Dripping(bytes, by: length).stream.read(
            isPacked: isPacked,
            by: CSVReader(columns, size: nil, Room(), window: window)
          ).table.dataSet(from: "t.csv"))
      }
    }
    let bytes = Array(text.utf8)
    let whole = read(bytes, by: 1 << 16, window: 1 << 16)
    for length in Self.lengths {
      #expect(read(bytes, by: length, window: 1) == whole)
      let packed = Self.packed(bytes, by: 5)
      #expect(read(packed, by: length, window: 1, isPacked: true) == whole)
    }
  }

  @Test func bytesThatAreNoTextAreNamedWhereverTheyStand() {
    let bytes = Array("1,2,a\n3,4,".utf8) + [0xff] + Array(",\n5,6,b\n".utf8)
    for length in Self.lengths {
      do throws(FormatFault) {
        _ = try Dripping(bytes, by: length).stream.read(
          isPacked: false,
          by: CSVReader(TableColumns(), size: nil, Room(), window: 1))
        Issue.record("0xff was taken for text")
      } catch {
        #expect(error == FormatFault(.notUTF8, at: .byte(10)))
      }
    }
  }

  private static func arrays() throws -> [(name: String, bytes: [UInt8])] {
    let matrix = try Matrix(rows: 5, columns: 40) { row, column in
      Double(row) / 3 - Double(column * column)
    }
    let written = Array(NumPyArray.bytes(of: matrix))
    let end = try #require(written.firstIndex(of: UInt8(ascii: "\n")))
    let text = String(decoding: written[10...end], as: UTF8.self)
    let turned = text.replacing("True, ", with: "False,")
    let images: [UInt8] =
      [0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0, 4]
      + (0..<240).map { UInt8($0) }
    let wide: [UInt8] =
      [0, 0, 0x0c, 1, 0, 0, 0, 9] + (0..<36).map { UInt8($0) }
    return [
      ("x.npy", written),
      ("x.npy", written[..<10] + Array(turned.utf8) + written[(end + 1)...]),
      ("x.idx", images), ("labels-idx1", wide),
      ("x.npy", Array(written.dropLast(3))), ("x.npy", written + [0]),
      ("x.npy", Array(written[..<40])), ("x.idx", Array(images.dropLast())),
      ("x.idx", images + [1, 2]), ("x.idx", Array(images[..<7])),
      ("x.idx", []), ("x.npy", []), ("x.txt", [1, 2, 3]),
    ]
  }

  @Test func anArrayInPiecesIsTheWholeArray() throws {
    for (name, bytes) in try Self.arrays() {
      func read(_ source: DataFile.Source) -> Outcome {
        Outcome { () throws(FormatFault) in
          .matrix(try DataFile.matrix(source, white: 255))
        }
      }
      let whole = read(DataFile.Source(Data(bytes), named: name))
      for length in Self.lengths {
        let piecewise = Dripping(bytes, by: length)
        #expect(read(piecewise.source(name)) == whole, "\(name)")
        let unknown = Dripping(bytes, by: length).source(name, hasSize: false)
        #expect(read(unknown) == whole, "\(name) of \(bytes.count) bytes")
        let packed = Dripping(Self.packed(bytes), by: length)
        guard case .matrix = whole else { continue }
        #expect(read(packed.source(name + ".gz")) == whole, "\(name)")
      }
    }
  }

  @Test(arguments: Compressed.all.filter { $0.contents.count < 1 << 16 })
  func whatIsInflatedInPiecesIsTheWhole(_ sample: Compressed.Sample) {
    func inflated(_ bytes: Data, by length: Int) -> Outcome {
      Outcome { () throws(FormatFault) in
        .bytes(
          try Dripping(bytes, by: length).stream.read(
            isPacked: true, by: WholeReader(limit: 1 << 20)
          ).bytes)
      }
    }
    #expect(inflated(sample.bytes, by: 1) == .bytes(sample.contents))
    for cut in stride(from: 0, to: sample.bytes.count, by: 5) {
      var spoiled = sample.bytes
      spoiled[cut] ^= 1 << (cut % 8)
      for bytes in [spoiled, sample.bytes.prefix(cut)] {
        let whole = inflated(bytes, by: 1 << 18)
        for length in [1, 3, 64] {
          #expect(inflated(bytes, by: length) == whole, "\(cut)")
        }
      }
    }
  }

  @Test func whatDoesNotFitIsRefusedByItsHeader() {
    let header: [UInt8] = [0, 0, 8, 2, 0, 4, 0, 0, 0, 0, 4, 0]
    var count = 0
    let endless = DataFile.Source(named: "a.idx", size: nil, memory: .max) {
      buffer throws(FormatFault) in
      let piece = count == 0 ? header : [UInt8](repeating: 1, count: 1000)
      buffer.copyBytes(from: piece)
      count += piece.count
      return piece.count
    }
    do throws(FormatFault) {
      _ = try DataFile.matrix(endless, white: 1)
      Issue.record("2 GiB were taken")
    } catch {
      #expect(error.problem == .tooLarge(bytes: 1 << 31))
      #expect(count < 5000)
    }
  }

  @Test func aTableThatDoesNotFitIsRefusedAsSoonAsThatIsKnown() {
    let line = Array("1.5,2.5,3\n".utf8)
    var count = 0
    func endless(size: Int?, memory: Int) -> DataFile.Source {
      count = 0
      return DataFile.Source(named: "t.csv", size: size, memory: memory) {
        buffer throws(FormatFault) in
        let copies = 20_000
        buffer.copyBytes(from: (0..<copies).flatMap { _ in line })
        count += copies * line.count
        return copies * line.count
      }
    }
    func fault(_ source: DataFile.Source) -> FormatFault? {
      do throws(FormatFault) {
        _ = try DataFile.dataSet(
          source, columns: TableColumns(targets: [.number(3)]))
        return nil
      } catch { return error }
    }
    // 10 bytes hold two inputs of 8 bytes each, so 1 TB becomes 1.6 TB.
    let large = fault(endless(size: 1_000_000_000_000, memory: .max))
    guard case .tooLarge(let bytes?)? = large?.problem else {
      Issue.record("\(String(describing: large))")
      return
    }
    #expect((Double(bytes) / 1.6e12 - 1).magnitude < 1e-3)
    #expect(count < 2_000_000)
    // Where the length is not known, as much is read as there is room for.
    let small = fault(endless(size: nil, memory: 1 << 20))
    #expect(count < 3_000_000)
    #expect(
      small?.headline(in: "t.csv").hasSuffix("and this machine has 1 MiB")
        == true, "\(String(describing: small))")
  }

  @Test func shortLinesAtTheBeginningRefuseNothing() throws {
    let text =
      String(repeating: "0,0,0\n", count: 1000)
      + String(
        repeating: "0.1234567890123,-1.234567890123e-100,7\n", count: 1000)
    let bytes = Array(text.utf8)
    func read(memory: Int) throws(FormatFault) -> Int {
      try Dripping(bytes, by: 100).stream.read(
        isPacked: false,
        by: CSVReader(
          TableColumns(), size: bytes.count, Room(memory: memory), window: 500)
      ).table.count
    }
    #expect(try read(memory: 2000 * 3 * 8) == 2000)
    #expect(throws: FormatFault.self) { try read(memory: 2000 * 3 * 8 - 1) }
  }

  @Test func aLineWithoutEndIsRefused() {
    for start in ["1,2\n", "1,2\n\"3,\n"] {
      let bytes = Array(start.utf8) + [UInt8](repeating: 0x31, count: 1 << 16)
      do throws(FormatFault) {
        _ = try Dripping(bytes, by: 1000).stream.read(
          isPacked: false,
          by: CSVReader(
            TableColumns(), size: nil, Room(), window: 1, longestLine: 5000))
        Issue.record("a line of 64 KiB was read")
      } catch {
        #expect(
          error
            == FormatFault(
              .lineTooLong(bytes: 5000), at: .line(2, column: 1)))
      }
    }
  }
}
