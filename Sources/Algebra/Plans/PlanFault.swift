/// What keeps a worksheet from being compiled.
public enum PlanFault: Error, Hashable, Sendable {
  /// What keeps it from being computed at all.
  case worksheet(WorksheetFault)
  /// A function of which nothing is known has no value to train with.
  case opaque(Name)
  /// No shape is known for a given quantity.
  case unknownShape(Name)
}

extension PlanFault {
  public var headline: String {
    switch self {
    case .worksheet(let fault): fault.headline
    case .opaque(let name): "\(name.text) may be any function"
    case .unknownShape(let name): "the shape of \(name.text) is not known"
    }
  }

  public var note: String? {
    switch self {
    case .worksheet(let fault): fault.note
    case .opaque: "what is computed needs a formula"
    case .unknownShape: "all sizes are known before anything is computed"
    }
  }

  /// What can be typed instead.
  public var remedy: String? {
    switch self {
    case .worksheet(let fault): fault.remedy
    case .opaque(let name): "let \(name.ascii)(x) = tanh(x)"
    case .unknownShape(let name): "print \(name.ascii)"
    }
  }
}
