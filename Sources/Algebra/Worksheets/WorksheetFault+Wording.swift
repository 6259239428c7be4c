// What is said where a worksheet cannot be computed or altered.

extension WorksheetFault {
  public var headline: String {
    switch self {
    case .noCost: "no equation of this worksheet is a cost"
    case .costIsNoNumber(let name, let shape):
      "the cost \(name.text) is \(shape), and a slope needs one number"
    case .equation(let name, _): "the equation of \(name.text) has no meaning"
    case .noSlope(let name, let part):
      "no slope passes through \(part.text()) in the equation of \(name.text)"
    case .perExampleImpossible(let name):
      "δ of each example cannot be had here: \(name.text) is no constant "
        + "times the sum of the examples' costs"
    case .unknownQuantity(let name): "there is no quantity \(name.text)"
    case .derivedQuantity(let name):
      "\(name.text) is computed, so it cannot be set"
    case .shapeDiffers(let name, let expected, let found):
      "\(name.text) is \(expected), and this is \(found)"
    case .defined(let name): "\(name.text) is defined already"
    }
  }

  public var note: String? {
    switch self {
    case .noCost: "slopes are slopes of a cost"
    case .costIsNoNumber: "sum(...) or mean(...) makes one number of many"
    case .derivedQuantity:
      "what follows from it changes with what it is computed from"
    case .perExampleImpossible: "a penalty on weights may stand beside the sum"
    default: nil
    }
  }

  /// What can be typed instead.
  public var remedy: String? {
    switch self {
    case .derivedQuantity(let name): "nudge \(name.ascii) 0.01"
    case .shapeDiffers(let name, _, _): "print \(name.ascii)"
    default: nil
    }
  }
}
