import Formats
import Foundation
import Matrices
import Testing

@Suite struct DataFileTests {
  private func npy(
    _ descr: String, _ shape: String, _ body: [UInt8], fortran: Bool = false,
    version: UInt8 = 1
  ) -> Data {
    let header =
      "{'descr': '\(descr)', 'fortran_order': \(fortran ? "True" : "False"), "
      + "'shape': \(shape), }\n"
    let length = header.utf8.count
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [version, 0]
    bytes += [UInt8(length & 0xff), UInt8(length >> 8)]
    if version > 1 { bytes += [0, 0] }
    return Data(bytes + Array(header.utf8) + body)
  }

  private func matrix(
    _ bytes: Data, _ name: String = "x.npy"
  ) throws(FormatFault) -> Matrix<Double> {
    try DataFile.matrix(bytes, named: name)
  }

  private func headline(_ bytes: Data, _ name: String = "x.npy") -> String? {
    do throws(FormatFault) {
      _ = try matrix(bytes, name)
      return nil
    } catch { return error.headline(in: "net.json") }
  }

  @Test func writtenArraysReadBack() throws {
    let random = try Matrix([
      [1.5, -2, .leastNonzeroMagnitude], [0.1, 1e300, -0.0],
    ])
    #expect(try matrix(NumPyArray.bytes(of: random)) == random)
    #expect(NumPyArray.bytes(of: random).count % 64 == 48)
  }

  @Test(arguments: [UInt8(1), 2, 3])
  func bothOrdersAndAllVersionsAreRead(_ version: UInt8) throws {
    let body: [UInt8] = [1, 2, 3, 4, 5, 6]
    let rows = npy("|u1", "(2, 3)", body, version: version)
    #expect(try matrix(rows) == Matrix([[1, 2, 3], [4, 5, 6]]))
    let columns = npy("|u1", "(2, 3)", body, fortran: true, version: version)
    #expect(try matrix(columns) == Matrix([[1, 3, 5], [2, 4, 6]]))
  }

  @Test func everyTypeOfNumberIsRead() throws {
    func one(_ descr: String, _ body: [UInt8]) throws -> Double {
      try matrix(npy(descr, "()", body))[0, 0]
    }
    #expect(try one("|i1", [0xfe]) == -2)
    #expect(try one("<i2", [0xfe, 0xff]) == -2)
    #expect(try one(">i4", [0xff, 0xff, 0xff, 0xfe]) == -2)
    #expect(try one("<i8", [0xfe] + Array(repeating: 0xff, count: 7)) == -2)
    #expect(try one("<u2", [0xfe, 0xff]) == 65534)
    #expect(try one("<f4", [0, 0, 0xc0, 0x3f]) == 1.5)
    #expect(try one(">f8", [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]) == 1.5)
  }

  @Test func oneDimensionIsARow() throws {
    #expect(try matrix(npy("|u1", "(3,)", [7, 8, 9])) == Matrix([[7, 8, 9]]))
  }

  @Test func liesOfANumPyHeaderAreFoundOut() throws {
    let short = npy("<f8", "(2, 2)", [0, 0])
    #expect(
      headline(short)
        == "x.npy ends after \(short.count) bytes of \(short.count + 30)")
    #expect(headline(npy("|u1", "(2,)", [1, 2, 3]))?.contains("says") == true)
    #expect(
      headline(npy("|u1", "(99999999999, 99999999999)", [1]))
        == "x.npy is too large to hold")
    #expect(headline(npy("|u1", "(0, 3)", [])) == "x.npy has no entries")
    #expect(
      headline(npy("<c16", "(1,)", [])) == "x.npy holds entries of type <c16")
    #expect(
      headline(npy("|u1", "(1, 1, 1)", [1]))
        == "x.npy holds an array of 3 dimensions")
    #expect(
      headline(Data("PK\u{3}\u{4}".utf8))
        == "x.npy, byte 0: this does not begin as a .npy file does")
    let infinite = npy("<f8", "(1,)", [0, 0, 0, 0, 0, 0, 0xf0, 0x7f])
    #expect(headline(infinite)?.contains("\"inf\" is no number") == true)
  }

  @Test func everyTruncatedArrayIsRefused() throws {
    let whole = NumPyArray.bytes(of: try Matrix([[1, 2], [3, 4]]))
    for length in 0..<whole.count {
      #expect(headline(whole.prefix(length)) != nil)
    }
  }

  @Test func linesOfATableAreExamples() throws {
    let text = "a,\"b, \"\"c\"\"\"\r\n1, 2\r\n\r\n\"3\",-4e-1\n5,6"
    #expect(
      try matrix(Data(text.utf8), "x.csv")
        == Matrix([[1, 3, 5], [2, -0.4, 6]]))
    let table = try CSVTable(Data(text.utf8))
    #expect(table.header == ["a", "b, \"c\""])
  }

  @Test(arguments: [
    (
      "1,2\n3\n", "x.csv:2:1: error: this line has 1 field, and the first has 2"
    ),
    ("1,2\n3,x\n", "x.csv:2:3: error: field 2 is \"x\", which is no number"),
    (
      "1,2\n3,nan\n", "x.csv:2:3: error: field 2 is \"nan\", which is no number"
    ),
    ("1,2\n3,\n", "x.csv:2:3: error: field 2 is \"\", which is no number"),
    ("1\n\"2\n", "x.csv:2:1: error: a quotation mark is not closed"),
    ("1\n\"2\"3\n", "x.csv:2:4: error: something follows a closing quotation"),
    ("a,b\n", "error: x.csv has no entries"),
    ("", "error: x.csv has no entries"),
  ])
  func wrongTablesAreRefusedAtTheirLine(_ text: String, _ start: String) {
    do throws(FormatFault) {
      _ = try matrix(Data(text.utf8), "x.csv")
      Issue.record("\(text) was read")
    } catch {
      let shown = error.diagnostic(in: "net.json").text(width: 80).plain
      #expect(shown.hasPrefix(start))
    }
  }

  @Test func imagesBecomeColumnsAndLabelsARow() throws {
    let images = Data(
      [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 1, 2, 3, 255])
    #expect(
      try matrix(images, "train-images-idx3-ubyte")
        == Matrix([[1, 3], [2, 255]]))
    let labels = Data([0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4])
    #expect(try matrix(labels, "labels") == Matrix([[5, 0, 4]]))
    let wide = Data([0, 0, 0x0b, 1, 0, 0, 0, 1, 0xff, 0xfe])
    #expect(try matrix(wide, "labels") == Matrix([[-2]]))
  }

  @Test func wrongIDXFilesAreRefused() {
    let huge: [UInt8] = [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255]
    #expect(headline(Data(huge), "a.idx") == "a.idx is too large to hold")
    #expect(
      headline(Data([0, 0, 8, 1, 0, 0, 0, 9, 1]), "a.idx")
        == "a.idx ends after 9 bytes of 17")
    #expect(
      headline(Data([0, 0, 7, 1, 0, 0, 0, 1, 1]), "a.idx")
        == "a.idx, byte 2: this holds entries of type 0x7")
    #expect(
      headline(Data([1, 2, 3, 4]), "a.idx")
        == "a.idx, byte 0: this does not begin as an IDX file does")
    #expect(
      headline(Data([0x1f, 0x8b, 8]), "a.gz")
        == "a.gz ends within its compressed data, after 3 bytes")
    #expect(headline(Data("1 2".utf8), "a.txt")?.contains("neither") == true)
  }
}
