extension Expression {
  /// `max(self, 5e-324)`: the same number but where it was rounded to 0.
  var keptFromZero: Expression { .call("max", self, .decimal("5e-324")) }

  /// Whether it is kept from being 0 as ``keptFromZero`` does it.
  package var isKeptFromZero: Bool {
    guard case .call("max", _, let arguments) = self,
      let first = arguments.first
    else { return false }
    return self == first.keptFromZero
  }
}
