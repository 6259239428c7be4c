import Foundation
import Matrices
import Networks
import Testing

@testable import Formats

@Suite struct DataSetFileTests {
  private func table(
    _ text: String, _ columns: TableColumns
  ) throws(FormatFault) -> DataSet {
    try DataFile.dataSet(
      DataFile.Source(Data(text.utf8), named: "iris.csv"), columns: columns)
  }

  private func shown(_ text: String, _ columns: TableColumns) -> String {
    do throws(FormatFault) {
      _ = try table(text, columns)
      return "read"
    } catch { return error.diagnostic(in: "net.json").text(width: 80).plain }
  }

  private static let iris = """
    width,length,kind
    1.5,2,"setosa, wild"
    -3,4e1,lutea
    5,6.25,"setosa, wild"
    """

  @Test func labelsInWordsBecomeOneHotColumns() throws {
    let set = try table(Self.iris, TableColumns(label: .name("kind")))
    #expect(set.classes == ["lutea", "setosa, wild"])
    #expect(try set.x == Matrix([[1.5, -3, 5], [2, 40, 6.25]]))
    #expect(try set.y == Matrix([[0, 1, 0], [1, 0, 1]]))
    #expect(set.labels == [1, 0, 1])
    #expect(set.source == "iris.csv")
  }

  @Test func columnsAreChosenByNameAndByNumber() throws {
    let byNumber = try table(
      Self.iris,
      TableColumns(inputs: [.number(2)], targets: [.number(1)]))
    let byName = try table(
      Self.iris,
      TableColumns(inputs: [.name("length")], targets: [.name("width")]))
    #expect(byNumber == byName)
    #expect(try byName.x == Matrix([[2, 40, 6.25]]))
    #expect(try byName.y == Matrix([[1.5, -3, 5]]))
    let last = try table("1,2,7\n3,4,9", TableColumns(targets: [.number(-1)]))
    #expect(try last.x == Matrix([[1, 3], [2, 4]]))
    #expect(try last.y == Matrix([[7, 9]]))
    #expect(TableColumns.Column("-1") == .number(-1))
    #expect(TableColumns.Column("kind") == .name("kind"))
  }

  @Test func labelsThatAreNumbersKeepTheirOrder() throws {
    let set = try table("1,10\n2,9\n3,10", TableColumns(label: .number(2)))
    #expect(set.classes == ["9", "10"])
    #expect(set.labels == [1, 0, 1])
    let known = try table(
      "1,2\n2,0", TableColumns(label: .number(2), classes: 4))
    #expect(known.classes == ["0", "1", "2", "3"])
    #expect(known.labels == [2, 0])
  }

  @Test func aHeaderCanBeAskedForOrRefused() throws {
    let numbers = "1,2\n3,4"
    let label = TableColumns.Column.number(2)
    let with = TableColumns(header: .present, targets: [label])
    #expect(try table(numbers, with).count == 1)
    let without = TableColumns(header: .absent, targets: [label])
    #expect(try table(numbers, without).count == 2)
    #expect(
      shown("a,b\n1,2", without).hasPrefix(
        "iris.csv:1:1: error: field 1 is \"a\", which is no number"))
  }

  @Test(arguments: [
    (
      "a,b\n1,2\n3,x\n", TableColumns(targets: [.number(2)]),
      "iris.csv:3:3: error: field 2 is \"x\", which is no number"
    ),
    (
      "a,b\n1, nan\n", TableColumns(targets: [.number(2)]),
      "iris.csv:2:4: error: field 2 is \"nan\", which is no number"
    ),
    (
      "1,2\n\"3\n4\",5\n6,7,8", TableColumns(targets: [.number(1)]),
      "iris.csv:2:2: error: field 1 is \"3\n"
    ),
    (
      "a,b\r\n1,2\r\n3\r\n", TableColumns(targets: [.number(2)]),
      "iris.csv:3:1: error: this line has 1 field, and the first has 2"
    ),
    (
      "1,7\n2,12\n", TableColumns(label: .number(2), classes: 10),
      "iris.csv:2:3: error: the label 12 is none of the 10 classes from 0 to 9"
    ),
    (
      "1,a\n2,\n", TableColumns(label: .number(2)),
      "iris.csv:2:3: error: this example has no label"
    ),
    (
      "1,seven\n", TableColumns(label: .number(2), classes: 10),
      "iris.csv:1:3: error: the label \"seven\" is not a whole number"
    ),
    (
      "a,kind\n1,2\n", TableColumns(label: .name("knd")),
      "error: iris.csv has no column knd\n  = the columns are a, kind"
    ),
    (
      "a,a\n1,2\n", TableColumns(label: .name("a")),
      "error: iris.csv has two columns named a"
    ),
    (
      "1,2\n", TableColumns(label: .number(3)),
      "error: iris.csv has no column 3"
    ),
    (
      "1\n2\n", TableColumns(targets: [.number(1)]),
      "error: iris.csv has no column left for the inputs"
    ),
    (
      "1,2\n", TableColumns(),
      "error: nobody says which column of iris.csv is to be predicted"
    ),
  ])
  func wrongTablesAreRefusedWhereTheyAreWrong(
    _ text: String, _ columns: TableColumns, _ start: String
  ) {
    let shown = shown(text, columns)
    #expect(shown.hasPrefix(start), "\(shown)")
  }

  @Test func numbersAreReadToTheNearestDouble() throws {
    let texts = [
      "0.1", "-0.3", "+12.5", "123456789012345", "0.000000000000001",
      "1234567890.12345", "3.141592653589793", "1e-7", "9007199254740993",
      "5.", ".5", "-0", "1.7976931348623157e308", "4.9e-324",
    ]
    for text in texts {
      let read = try CSVTable(Data(text.utf8)).inputs
      #expect(read.first?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
    for text in ["1..2", "-", ".", "+-1", "1e", "1e999", "0x10", "1 2"] {
      #expect(throws: FormatFault.self, "\(text)") {
        try CSVTable(Data(text.utf8), columns: TableColumns(header: .absent))
      }
    }
  }

  @Test func imagesAndLabelsBecomeADataSet() throws {
    let images = Data(
      [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 51, 255, 102])
    let labels = Data([0, 0, 8, 1, 0, 0, 0, 2, 3, 1])
    let set = try DataFile.dataSet(
      inputs: DataFile.Source(images, named: "images-idx3-ubyte"),
      labels: DataFile.Source(labels, named: "labels-idx1-ubyte"),
      targets: .labels(classes: 4))
    #expect(try set.x == Matrix([[0, 1], [0.2, 0.4]]))
    #expect(set.labels == [3, 1])
    #expect(set.y.rows == 4)
    let raw = try DataFile.dataSet(
      inputs: DataFile.Source(images, named: "images-idx3-ubyte"),
      labels: DataFile.Source(labels, named: "labels-idx1-ubyte"), white: 1)
    #expect(try raw.x == Matrix([[0, 255], [51, 102]]))
    #expect(try raw.y == Matrix([[3, 1]]))
  }

  @Test func labelsOutOfRangeAreRefused() {
    func headline(_ targets: DataFile.Targets, _ y: [UInt8]) -> String? {
      let images = Data([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 8])
      let labels = Data([0, 0, 8, 1, 0, 0, 0, UInt8(y.count)] + y)
      do throws(FormatFault) {
        _ = try DataFile.dataSet(
          inputs: DataFile.Source(images, named: "x.idx"),
          labels: DataFile.Source(labels, named: "y.idx"), targets: targets)
        return nil
      } catch { return error.headline(in: "net.json") }
    }
    #expect(
      headline(.labels(classes: 4), [3, 4])
        == "the label 4 of example 2 is none of the 4 classes from 0 to 3")
    #expect(
      headline(.labels(classes: nil), [1])
        == "x has 2 examples, and y has 1")
    #expect(headline(.labels(classes: nil), [1, 0]) == nil)
  }

  @Test func compressedArchivesAreRead() throws {
    let bytes = try #require(Data(base64Encoded: Compressed.archive))
    let set = try DataFile.dataSet(
      DataFile.Source(bytes, named: "set.npz"), targets: .labels(classes: nil))
    #expect(set.count == 300)
    #expect(set.x[1, 299] == 599.0.truncatingRemainder(dividingBy: 7))
    #expect(set.labels == (0..<300).map { $0 % 3 })
    for length in stride(from: 0, to: bytes.count, by: 1) {
      #expect(throws: FormatFault.self) {
        try ClaimFile(bytes.prefix(length), named: "set.npz")
      }
    }
  }

  /// As NumPy's users write them; a list of targets is turned already.
  @Test(arguments: ["[[1], [0], [1]]", "[1, 0, 1]", "[[1, 0, 1]]"])
  func examplesInRowsAreTurned(targets: String) throws {
    let json = #"{ "x": [[1, 2], [3, 4], [5, 6]], "y": \#(targets) }"#
    let set = try DataFile.dataSet(
      DataFile.Source(Data(json.utf8), named: "set.json"))
    #expect(try set.x == Matrix([[1, 3, 5], [2, 4, 6]]))
    #expect(try set.y == Matrix([[1, 0, 1]]))
  }

  @Test func jsonHoldsASetToo() throws {
    let json = #"{ "x": [[1, 2], [3, 4]], "y": [0, 1] }"#
    let file = DataFile.Source(Data(json.utf8), named: "set.json")
    let set = try DataFile.dataSet(file, targets: .labels(classes: 2))
    #expect(try set.x == Matrix([[1, 2], [3, 4]]))
    #expect(try set.y == Matrix([[1, 0], [0, 1]]))
    #expect(throws: FormatFault.self) {
      try DataFile.dataSet(
        DataFile.Source(Data(#"{ "x": [1] }"#.utf8), named: "set.json"))
    }
  }

  @Test func gzippedFilesAreReadByTheirInnerName() throws {
    let sample = try #require(Compressed.all.first)
    // It is no table of numbers, and says so by line and not by byte.
    do throws(FormatFault) {
      _ = try DataFile.matrix(sample.bytes, named: "x.csv.gz")
      Issue.record("text was read as numbers")
    } catch {
      #expect(error.file == "x.csv.gz")
      #expect(error.place == .line(2, column: 1))
    }
    #expect(
      throws: FormatFault(
        .wrongMagic(expected: "a gzip file"), at: .byte(0), in: "a.csv.gz")
    ) { try DataFile.matrix(Data("1,2".utf8), named: "a.csv.gz") }
  }

  @Test func whatDoesNotFitIsRefusedWithItsSize() {
    let header: [UInt8] = [0, 0, 8, 2, 0, 4, 0, 0, 0, 0, 4, 0]
    do throws(FormatFault) {
      _ = try DataFile.matrix(Data(header), named: "a.idx")
      Issue.record("2 GiB were taken")
    } catch {
      #expect(
        error.headline(in: "net.json")
          == "a.idx would take 2 GiB, and 1 GiB is the most that is held")
    }
  }
}
