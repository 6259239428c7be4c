extension Worksheet {
  /// The worksheet with one size for every axis that is not one by nature.
  ///
  /// Here a line has a value whose shapes do not fit otherwise, so that its
  /// numbers can be held against those that it should have.
  public var withEqualSizes: Worksheet {
    let size: Name = "n"
    func alike(_ axis: Dimension) -> Dimension {
      axis == .one ? .one : .size(size)
    }
    var worksheet = self
    worksheet.givens = givens.map { given in
      guard case .matrix(let rows, let columns) = given.shape else {
        return given
      }
      return Given(
        given.name, .matrix(rows: alike(rows), columns: alike(columns)),
        role: given.role)
    }
    worksheet.sizes = sizes.mapValues { _ in .size(size) }
    worksheet.sizes[size] = .size(size)
    return worksheet
  }
}
