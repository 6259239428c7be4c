import Matrices

extension Sight {
  /// The book's worksheet at the numbers of the worksheet itself.
  ///
  /// - Parameter valuation: The worksheet's own numbers.
  /// - Returns: The same numbers, laid out as the book lays them out.
  /// - Throws: ``WorksheetFault`` where the book's worksheet cannot be
  ///   computed.
  public func seen(
    _ valuation: Valuation
  ) throws(WorksheetFault) -> Valuation {
    guard !isOwn else { return valuation }
    return try Valuation(
      seen, givens: givensSeen(valuation.givens, in: valuation.scope))
  }

  /// What is given, as the book lays it out.
  ///
  /// - Parameters:
  ///   - givens: The worksheet's given quantities.
  ///   - scope: What its names are.
  /// - Returns: Those of the book.
  public func givensSeen(
    _ givens: [Name: Matrix<Double>], in scope: Scope
  ) -> [Name: Matrix<Double>] {
    values(
      of: seen.givens.map(\.name), by: { meant(.name($0)) }, givens,
      scope)
  }

  /// What is given, as it is on disk.
  ///
  /// - Parameters:
  ///   - givens: The book's given quantities.
  ///   - scope: What its names are.
  /// - Returns: The worksheet's given quantities.
  public func givensMeant(
    _ givens: [Name: Matrix<Double>], in scope: Scope
  ) -> [Name: Matrix<Double>] {
    guard !isOwn else { return givens }
    return values(
      of: own.givens.map(\.name),
      by: { shown(.name($0)) }, givens, scope)
  }

  private func values(
    of names: [Name], by form: (Name) -> Expression,
    _ givens: [Name: Matrix<Double>], _ scope: Scope
  ) -> [Name: Matrix<Double>] {
    var values: [Name: Matrix<Double>] = [:]
    for name in names {
      guard let value = try? form(name).value(in: scope, values: givens) else {
        continue
      }
      values[name] = isMirrored ? value.transposed : value
    }
    return values
  }
}
