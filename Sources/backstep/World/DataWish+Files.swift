import Formats
import Networks
import Presentation
import Teaching

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension DataWish {
  /// Reads the examples that are wished for.
  ///
  /// - Parameter outputs: How many numbers come out of the network.
  /// - Returns: Those to learn and those to test with.
  /// - Throws: ``DataWishFault``.
  func read(outputs: Int) throws(DataWishFault) -> LearnedData {
    let whole: DataSet
    do throws(FormatFault) { whole = try dataSet(outputs: outputs) } catch {
      throw DataWishFault(
        diagnostic(of: error), instead: instead(of: error), cause: .file)
    }
    do throws(DataFault) {
      return try parts(of: whole, outputs: outputs)
    } catch {
      throw DataWishFault(error, of: self)
    }
  }

  private func dataSet(outputs: Int) throws(FormatFault) -> DataSet {
    let source = try Self.source(file)
    // One number that comes out parts two classes.
    let targets = DataFile.Targets.labels(classes: max(outputs, 2))
    if let labels {
      return try DataFile.dataSet(
        inputs: source, labels: Self.source(labels), targets: targets)
    }
    return try DataFile.dataSet(
      source,
      columns: TableColumns(
        targets: self.targets.map { TableColumns.Column($0) },
        label: label.map { TableColumns.Column($0) }))
  }

  private static func source(
    _ file: String
  ) throws(FormatFault) -> DataFile.Source {
    let opened: OpenFile
    do throws(FileTrouble) {
      opened = try OpenFile(FilePath(file).expanded)
    } catch { throw FormatFault(error, of: file) }
    return DataFile.Source(
      named: file, size: opened.size, memory: machineMemory
    ) { buffer throws(FormatFault) in
      do throws(FileTrouble) {
        return try opened.read(into: buffer)
      } catch { throw FormatFault(error, of: file) }
    }
  }

  /// What is wrong, with a remedy only where it is one within the file.
  private func diagnostic(of fault: FormatFault) -> Diagnostic {
    var diagnostic = fault.diagnostic(in: file)
    switch fault.problem {
    case .unreadable, .tooLong: diagnostic.remedy = nil
    default: break
    }
    return diagnostic
  }

  /// The wish that would have been granted.
  private func instead(of fault: FormatFault) -> DataWish? {
    switch fault.problem {
    case .noColumn(let name, let known): replacing(name, among: known)
    case .noTargets: labelled(by: "-1")
    // A column of words in a table holds its classes.
    case .fieldIsNoNumber(_, let field): labelled(by: "\(field)")
    default: nil
    }
  }
}
