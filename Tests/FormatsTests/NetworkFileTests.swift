import Algebra
import Formats
import Foundation
import Matrices
import Networks
import Testing

@Suite struct NetworkFileTests {
  @Test func everyKeyIsRead() throws {
    let file = try Sample.file(
      Sample.changed(
        "\"W\":",
        """
        "delta": "per-example", "l2": { "lambda": 0.5, "over": "2" },
        "reluPrimeAtZero": 1, "W":
        """))
    let description = file.description
    #expect(description.layers == [2, 3, 1])
    #expect(description.activations.map(\.name) == ["sigmoid", "identity"])
    #expect(description.cost.name == "half-squared-error")
    #expect(description.reduction == .mean)
    #expect(description.hasBias == [true, true])
    #expect(description.penalty == Penalty(strength: 0.5, over: .two))
    #expect(description.delta == .perExample)
    #expect(description.slopeAtKink == 1)
    #expect(description.examples == .many)
    #expect(file.givens["λ"] == Matrix(scalar: 0.5))
    #expect(
      try file.givens["W1"] == Matrix([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]))
    #expect(try file.givens["x"] == Matrix([[1, 2], [3, 4]]))
  }

  @Test func whatIsAbsentHasItsUsualValue() throws {
    let file = try Sample.file(
      """
      { "format": 1, "layers": [1, 1], "activations": ["identity"],
        "cost": { "name": "sum-of-outputs" }, "W": [[[2]]], "x": [[3]] }
      """)
    #expect(file.description.reduction == .sum)
    #expect(file.description.delta == .mean)
    #expect(file.description.hasBias == [false])
    #expect(file.description.penalty == nil)
    #expect(file.description.slopeAtKink == 0)
    #expect(file.description.examples == .one)
    #expect(Set(file.givens.keys) == ["W1", "x"])
  }

  @Test func biasIsAColumnAFlatListOrNull() throws {
    let column = try Matrix([[0.1], [0.2], [0.3]])
    #expect(try Sample.file().givens["b1"] == column)
    let written = Sample.changed("[0.1, 0.2, 0.3]", "[[0.1], [0.2], [0.3]]")
    #expect(try Sample.file(written).givens["b1"] == column)
    let file = try Sample.file(Sample.changed("[0.1, 0.2, 0.3]", "null"))
    #expect(file.givens["b1"] == nil)
    #expect(file.description.hasBias == [false, true])
  }

  @Test func examplesCanBeSaidToBeABatchOfOne() throws {
    let one = Sample.changed("[[1, 2], [3, 4]]", "[[1], [3]]")
      .replacingOccurrences(of: "[[0, 1]]", with: "[[0]]")
    #expect(try Sample.file(one).description.examples == .one)
    let batch = one.replacingOccurrences(
      of: "\"W\"", with: "\"examples\": \"m\", \"W\"")
    #expect(try Sample.file(batch).description.examples == .many)
  }

  @Test func columnsThatSumToOneAreSeen() throws {
    func sums(_ y: String) throws -> Bool {
      let json = """
        { "format": 1, "layers": [1, 3], "activations": ["softmax"],
          "cost": { "name": "cross-entropy" }, "W": [[[1], [2], [3]]],
          "x": [[1, 2]], "y": \(y) }
        """
      return try Sample.file(json).description.targetColumnsSumToOne
    }
    #expect(try sums("[[0.1, 0], [0.2, 1], [0.7, 0]]"))
    #expect(try !sums("[[0.1, 0], [0.2, 1], [0.6, 0]]"))
  }

  @Test func writingAndReadingIsTheIdentity() throws {
    let awkward = Sample.changed("0.6", "5e-324").replacingOccurrences(
      of: "0.5", with: "0.30000000000000004"
    ).replacingOccurrences(of: "[0.1, 0.2, 0.3]", with: "null")
    let file = try Sample.file(awkward)
    let again = try Sample.file(file.json)
    #expect(again.givens == file.givens)
    #expect(again.json == file.json)
  }

  @Test func dataFilesAreReadAndKeepTheirNames() throws {
    let x = try Matrix([[1, 2, 3], [4, 5, 6.5]])
    let json = Sample.changed("[[1, 2], [3, 4]]", "\"../x.npy\"")
      .replacingOccurrences(of: "[[0, 1]]", with: "\"y.csv\"")
    let file = try Sample.file(
      json,
      beside: [
        "../x.npy": NumPyArray.bytes(of: x), "y.csv": Data("0\n1\n0\n".utf8),
      ])
    #expect(file.givens["x"] == x)
    #expect(try file.givens["y"] == Matrix([[0, 1, 0]]))
    #expect(file.json.contains("\"x\": \"../x.npy\""))
  }
}

/// The names of the classes, which a network file may hold.
@Suite struct ClassNamesTests {
  private func read(_ classes: String, _ layers: String = "[1, 1]")
    throws(FormatFault) -> NetworkFile
  {
    try NetworkFile(
      json: Data(
        """
        { "format": 1, "layers": \(layers), "activations": ["sigmoid"],
          "cost": { "name": "half-squared-error" }, "W": [[[1]]], "b": [[0]],
          "x": [[1, 2]], "y": [[0, 1]], "classes": \(classes) }
        """.utf8)
    ) { _ in Data() }
  }

  @Test func namesThatAreWrittenAreRead() throws {
    let file = try read(#"["no", "\"yes\", at last"]"#)
    #expect(file.classes == ["no", "\"yes\", at last"])
    let again = try NetworkFile(json: Data(file.json.utf8)) { _ in Data() }
    #expect(again.classes == file.classes)
    #expect(try read("null").classes == [])
  }

  @Test(arguments: [#"["no"]"#, #"["a", "b", "c"]"#, "3", "[1, 2]"])
  func otherCountsAndKindsAreRefused(classes: String) {
    do throws(FormatFault) {
      _ = try read(classes)
      Issue.record("\(classes) was read")
    } catch {
      #expect(error.headline(in: "net.json").hasPrefix("classes"))
    }
  }

  @Test func aTrainingIsKnownByItsKeys() throws {
    let network = try read("null").json
    guard
      case .network = try SavedFile(
        json: Data(network.utf8),
        reading: { _ in
          Data()
        })
    else {
      Issue.record("a network was taken for a training")
      return
    }
    let training =
      #"{ "format": 1, "iteration": 2, "settings": { "rate": 1 }, "values": {} }"#
    guard
      case .training(let kept) = try SavedFile(
        json: Data(training.utf8), reading: { _ in Data() })
    else {
      Issue.record("a training was taken for a network")
      return
    }
    #expect(kept.state.iteration == 2)
  }
}
