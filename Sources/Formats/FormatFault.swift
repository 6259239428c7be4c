import Matrices
import Networks

/// What keeps bytes from being read as a value.
public struct FormatFault: Error, Hashable, Sendable {
  public var problem: Problem
  /// Where it stands: the way to it in a network file, or a line or byte.
  public var place: Place?
  /// The data file in which it stands, where that is not the network file.
  public var file: String?

  public init(
    _ problem: Problem, at place: Place? = nil, in file: String? = nil
  ) {
    self.problem = problem
    self.place = place
    self.file = file
  }

  /// Where in a file something stands.
  public enum Place: Hashable, Sendable {
    /// A key and where below it, as `W[1], row 2`; all counts are from 1.
    case key(String)
    case line(Int, column: Int?)
    /// A byte, counted from 0.
    case byte(Int)
  }

  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    // MARK: - Bytes
    case unreadable(String, reason: String)
    case empty
    case tooLong(bytes: Int)
    case notUTF8
    case notJSON(String)
    case numberTooLarge(String)

    // MARK: - The keys of a network file
    case noFormat
    case newerFormat(Int)
    case missing(key: String)
    case unknownKey(String, nearest: String?, known: [String])
    case wrongKind(Kind)
    case unknownChoice(Choice, String, nearest: String?)
    case outOfRange(String)

    // MARK: - Shapes
    case tooFewLayers(Int)
    case layerWithoutUnits(Int)
    case count(of: String, expected: Int, found: Int)
    case shape(expected: Shape, found: Shape, Side)
    case ragged(row: Int, length: Int, first: Int)
    case noEntries
    case tooLarge(bytes: Int?)
    case exceedsMemory(bytes: Int, memory: Int)
    case examplesDiffer(x: Int, y: Int)
    case notOneExample(Int)

    // MARK: - Data files
    case unknownDataFile(String)
    case wrongMagic(expected: String)
    case truncated(expected: Int, found: Int)
    case bytesLeft(expected: Int, found: Int)
    case badHeader(String)
    case unreadType(String)
    case notANumber(String)
    case fieldIsNoNumber(String, field: Int)
    case fieldCount(found: Int, first: Int)
    case lineTooLong(bytes: Int)
    case quoteNotClosed
    case textAfterQuote
    case tooManyDimensions(Int)
    case noColumn(String, known: [String])
    case columnTwice(String)
    case noInputs
    case noTargets
    case examples(DataFault)
    case labelOutOfRange(String, classes: Int)
    case labelIsNoWholeNumber(String)
    case labelIsEmpty
    case tooManyClasses(Int)
    case notOneRowOfLabels(Int)
    case noArray(String, known: [String])
    case arrayTwice(String)

    // MARK: - Compressed files
    case endsWithinCompressed(found: Int)
    case damaged
    case sizeDiffers(said: Int, found: Int)

    // MARK: - Claims
    case unknownClaimFile
    case noNames
    case compressedEntry(String)
    case encryptedEntry(String)
    case wrongChecksum
  }

  /// What should stand somewhere.
  public enum Kind: String, Hashable, Sendable {
    case number = "a number"
    case wholeNumber = "a whole number"
    case finiteNumber = "a number that a double can hold"
    case text = "text"
    case truth = "true or false"
    case list = "a list"
    case object = "an object"
    case something = "a value"
  }

  /// Something that is chosen by its name.
  public enum Choice: String, Hashable, Sendable {
    case activation, cost, reduction, delta, divisor, examples
    case optimizer, schedule, batch
    /// Of a question, in a report.
    case outcome
  }

  /// What asks for a shape.
  public enum Side: Hashable, Sendable {
    case weights(layer: Int)
    case bias(layer: Int)
    case input
    case target
    /// A parameter by its name.
    case parameter(String)
  }
}
