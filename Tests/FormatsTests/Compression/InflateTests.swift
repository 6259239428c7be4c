import Foundation
import Matrices
import Testing

@testable import Formats

@Suite struct InflateTests {
  private func contents(
    _ bytes: Data, limit: Int = 1 << 21
  ) throws(FormatFault) -> [UInt8] {
    try Gzip.contents(of: bytes, limit: limit)
  }

  private func fault(_ bytes: Data, limit: Int = 1 << 21) -> FormatFault? {
    do throws(FormatFault) {
      _ = try contents(bytes, limit: limit)
      return nil
    } catch { return error }
  }

  @Test(arguments: Compressed.all)
  func whatZlibCompressedComesBack(_ sample: Compressed.Sample) throws {
    #expect(!sample.bytes.isEmpty)
    #expect(try contents(sample.bytes) == sample.contents)
  }

  @Test(arguments: Compressed.all.filter { $0.contents.count < 1 << 16 })
  func everyTruncationIsRefused(_ sample: Compressed.Sample) {
    let bytes = sample.bytes
    for length in 0..<bytes.count {
      #expect(fault(bytes.prefix(length)) != nil, "\(length) bytes")
    }
  }

  /// Whatever byte is spoiled, the contents come out as they were or not at
  /// all.
  @Test(arguments: Compressed.all.filter { $0.contents.count < 1 << 16 })
  func noSpoiledByteGoesUnseen(_ sample: Compressed.Sample) {
    var bytes = sample.bytes
    for place in bytes.indices {
      for change in [UInt8(1) << (place % 8)] {
        bytes[place] ^= change
        let spoiled = try? contents(bytes)
        #expect(spoiled == nil || spoiled == sample.contents, "byte \(place)")
        bytes[place] ^= change
      }
    }
  }

  /// Bytes by lot are refused, whatever they make the reader do.
  @Test func randomStreamsEnd() {
    var state: UInt64 = 7
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(state >> 56))
      }
      bytes[0] = bytes[0] & 0xf8 | [2, 3, 4, 5][Int(bytes[1] & 3)]
      let pieces = Pieces(limit: 1 << 20)
      _ = try? Data(bytes).withBytes { buffer throws(FormatFault) in
        try Inflate.stream(buffer, from: 0) { piece throws(FormatFault) in
          guard pieces.add(piece) else { throw FormatFault(.damaged) }
        }
      }
    }
  }

  @Test func membersFollowEachOther() throws {
    let one = Compressed.all[6].bytes
    let two = Compressed.all[0].bytes
    #expect(
      try contents(one + two + Data(count: 512))
        == Compressed.text + Compressed.text)
    #expect(fault(one + Data([1])) != nil)
  }

  @Test func bombIsRefusedWithItsSize() {
    let zeros = Compressed.all.first { $0.name == "zeros" }
    var bytes = zeros?.bytes ?? Data()
    #expect(
      fault(bytes, limit: 5000)?.problem == .tooLarge(bytes: 1 << 20))
    // One that says it is small is stopped where the limit is, and 32 bits of
    // its size are believed.
    bytes.replaceSubrange((bytes.count - 4)..., with: [1, 0, 0, 0])
    #expect(
      fault(bytes, limit: 5000)?.problem == .tooLarge(bytes: 1 << 32 + 1))
    #expect(
      fault(bytes)?.problem == .sizeDiffers(said: 1, found: 1 << 20))
    // One that says more than any stream of its length can hold is tried.
    bytes.replaceSubrange((bytes.count - 4)..., with: [0, 0, 0, 0xf0])
    #expect(
      fault(bytes)?.problem == .sizeDiffers(said: 0xf000_0000, found: 1 << 20))
  }

  @Test func wrongChecksumIsNamedWithItsPlace() {
    var bytes = Compressed.all[9].bytes
    let place = bytes.count - 8
    bytes[place] ^= 1
    #expect(fault(bytes) == FormatFault(.wrongChecksum, at: .byte(place)))
  }

  @Test func checksumInPiecesIsTheChecksumOfAll() {
    let bytes = Compressed.text
    let whole = Checksum.crc32(of: bytes)
    for cut in 0..<64 {
      var sum = Checksum()
      Array(bytes[..<cut]).withUnsafeBytes { sum.add($0) }
      Array(bytes[cut...]).withUnsafeBytes { sum.add($0) }
      #expect(sum.value == whole)
    }
  }
}
