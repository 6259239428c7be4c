import Foundation
import Matrices
import Testing

@testable import Formats

@Suite struct ClaimFileTests {
  private static let first = try? Matrix([[1, 2, 3], [4, 5, 6.5]])
  private static let second = try? Matrix([[-1.0], [0.25]])

  private func archive() throws -> StoredArchive {
    StoredArchive([
      ("dW1", try #require(Self.first)), ("db1", try #require(Self.second)),
    ])
  }

  private func claims(
    _ bytes: [UInt8], _ file: String, of quantity: String? = nil
  ) throws(FormatFault) -> [ClaimFile.Claim] {
    try ClaimFile(Data(bytes), named: file, of: quantity).claims
  }

  private func problem(
    _ bytes: [UInt8], _ file: String = "mine.npz"
  ) -> FormatFault.Problem? {
    do throws(FormatFault) {
      _ = try claims(bytes, file)
      return nil
    } catch { return error.problem }
  }

  // MARK: - Archives

  @Test func checksumIsTheOneThatIsPublished() {
    #expect(Checksum.crc32(of: "123456789".utf8) == 0xcbf4_3926)
  }

  @Test func storedArraysComeBackAsTheyWere() throws {
    var archive = try archive()
    let plain = try claims(archive.bytes, "mine.npz")
    #expect(plain.map(\.name) == ["dW1", "db1"])
    #expect(plain.map(\.matrix) == [Self.first, Self.second])
    // NumPy leaves room for sizes of 64 bits before the contents.
    archive.extra = [1, 0, 16, 0] + Array(repeating: 0, count: 16)
    archive.comment = Array("PK\u{5}\u{6} is no end".utf8)
    let spaced = try claims(archive.bytes, "mine.npz")
    #expect(spaced.map(\.matrix) == plain.map(\.matrix))
    // The first bytes tell as well as the name.
    #expect(try claims(archive.bytes, "mine.zip").count == 2)
  }

  @Test func compressedAndEncryptedEntriesAreRefusedWithARemedy() throws {
    var archive = try archive()
    archive.method = 12
    #expect(problem(archive.bytes) == .compressedEntry("dW1.npy"))
    do throws(FormatFault) {
      _ = try claims(archive.bytes, "mine.npz")
    } catch {
      #expect(error.headline(in: "mine.npz").contains("dW1.npy is compressed"))
      #expect(error.remedy?.contains("numpy.savez(name, dW1=dW1)") ?? false)
    }
    archive.method = 0
    archive.flags = 1
    #expect(problem(archive.bytes) == .encryptedEntry("dW1.npy"))
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try archive().bytes
    for length in 0..<bytes.count {
      #expect(problem(Array(bytes[..<length])) != nil, "\(length) bytes")
    }
  }

  /// Whatever byte is spoiled, the arrays come out as they were or not at all.
  @Test func noSpoiledByteGoesUnseen() throws {
    let archive = try archive()
    let bytes = archive.bytes
    let whole = try claims(bytes, "mine.npz")
    for place in bytes.indices {
      var spoiled = bytes
      spoiled[place] ^= 0xff
      guard let found = try? claims(spoiled, "mine.npz") else { continue }
      #expect(found.map(\.matrix) == whole.map(\.matrix), "byte \(place)")
    }
  }

  @Test func damagedContentsAreSaidToBeDamaged() throws {
    var bytes = try archive().bytes
    bytes[200] ^= 1
    #expect(problem(bytes) == .wrongChecksum)
  }

  @Test(arguments: [1, -1, 1 << 20, 0x7fff_ffff])
  func sizeThatIsNotTrueIsRefused(_ surplus: Int) throws {
    var archive = try archive()
    archive.surplus = surplus
    #expect(problem(archive.bytes) != nil)
  }

  /// Many entries with the same bytes would be more than the file.
  @Test func entriesThatShareBytesAreRefused() throws {
    let archive = try archive()
    var bytes = archive.bytes
    let mark = Array("PK\u{1}\u{2}".utf8)
    let second = bytes.indices.last {
      bytes[$0...].starts(with: mark)
    }
    let place = try #require(second)
    for offset in 42..<46 { bytes[place + offset] = 0 }
    #expect(problem(bytes) != nil)
  }

  @Test func whatIsNoArrayIsRefusedUnderItsName() throws {
    var archive = try archive()
    archive.entries.append(("notes.txt", Array("hello".utf8)))
    do throws(FormatFault) {
      _ = try claims(archive.bytes, "mine.npz")
      Issue.record("read")
    } catch {
      #expect(error.headline(in: "mine.npz").contains("mine.npz, notes.txt"))
    }
  }

  // MARK: - One array

  @Test func fileOfOneArrayIsNamedByTheCallerOrByItself() throws {
    let bytes = Array(NumPyArray.bytes(of: try #require(Self.first)))
    let named = try claims(bytes, "grads/dW1.npy")
    #expect(named.map(\.name) == ["dW1"])
    #expect(try claims(bytes, "x.npy", of: "dW2").map(\.name) == ["dW2"])
    #expect(named[0].matrix == Self.first && !named[0].isFlat)
  }

  /// Elsewhere a line of a table is an example; here it is a row.
  @Test func lineOfATableIsARow() throws {
    let claim = try claims(Array("1,2,3\n4,5,6.5\n".utf8), "dW1.csv")[0]
    #expect(claim.matrix == Self.first)
    let list = try claims(Array("1\n2\n".utf8), "db1.csv")[0]
    #expect(list.isFlat && list.matrix.rows == 2)
  }

  // MARK: - JSON

  @Test func objectNamesItsArrays() throws {
    let text = """
      {"dW1": [[1, 2, 3], [4, 5, 6.5]], "db1": [-1, 0.25], "C": 2}
      """
    let found = try claims(Array(text.utf8), "mine.json")
    #expect(found.map(\.name) == ["C", "dW1", "db1"])
    #expect(found[1].matrix == Self.first)
    #expect(found[2].matrix == Self.second && found[2].isFlat)
    #expect(found[0].matrix.shape.isScalar)
  }

  @Test func traceIsAClaimToo() throws {
    let text = #"{"quantities": {"z1": [[1], [2]]}, "delta": "mean"}"#
    #expect(try claims(Array(text.utf8), "t.json").map(\.name) == ["z1"])
  }

  static let wrong: [(text: String, says: String)] = [
    ("[1, 2]", "t.json does not say what its numbers are"),
    (
      "{\"dW1\": [[1, null]]}", "t.json: dW1, row 1, entry 2 should be a number"
    ),
    ("{\"dW1\": [[1], [2, 3]]}", "t.json: dW1: row 2 has 2 entries"),
    ("{\"dW1\": [1, [2]]}", "t.json: dW1, row 2 should be a number"),
    ("{\"dW1\": [[1], 2]}", "t.json: dW1, row 2 should be a list"),
    ("{\"dW1\": []}", "dW1"),
    ("{\"dW1\": \"x\"}", "t.json: dW1 should be a list"), ("{}", "no entries"),
    ("{\"dW1\": [[1, 2", "not JSON"), ("", "no entries"),
  ]

  @Test(arguments: wrong.indices)
  func wrongJSONIsRefusedAtItsPlace(_ index: Int) {
    let (text, says) = Self.wrong[index]
    do throws(FormatFault) {
      _ = try claims(Array(text.utf8), "t.json")
      Issue.record("read \(text)")
    } catch {
      let headline = error.headline(in: "t.json")
      #expect(headline.contains(says), "\(headline)")
    }
  }

  @Test func fileOfAnotherKindIsRefused() {
    #expect(problem(Array("hello".utf8), "notes.txt") == .unknownClaimFile)
  }
}
