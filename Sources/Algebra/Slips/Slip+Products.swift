// Products: which factor is turned, which comes first, which kind it is.

extension Slip {
  /// Two letters of the forms below, which stand for any expressions.
  private static let one: Expression = "A"
  private static let other: Expression = "B"
  private static let turnedOne = Expression.transpose("A")
  private static let turnedOther = Expression.transpose("B")

  static let transposeMissing = Slip(
    "transpose-missing", "a transpose is missing", of: .moveLeft,
    .forms([
      (turnedOne.matmul(other), one.matmul(other)),
      (one.matmul(turnedOther), one.matmul(other)),
    ])
  ) { deed, surroundings in
    guard let (left, right) = deed.after.factors else {
      return Wording("A matrix stands as it does on the way forward.")
    }
    if case .binary(_, .transpose, _) = deed.before {
      return surroundings.forward(left, onto: right)
    }
    let text = right.inWords
    return Wording(
      "Your product adds up along the rows of \(text). "
        + "What should be added up there?",
      brief: "Your product adds up along the rows of \(text).")
  }

  static let transposeAdded = Slip(
    "transpose-added", "a matrix is turned that should not be",
    .forms([
      (one.matmul(other), turnedOne.matmul(other)),
      (one.matmul(other), one.matmul(turnedOther)),
      (one.matmul(turnedOther), turnedOne.matmul(turnedOther)),
      (turnedOne.matmul(other), turnedOne.matmul(turnedOther)),
    ])
  ) { deed, _ in
    let isLeft = deed.place.first == 0
    let turned = deed.after.factors.map { isLeft ? $0.left : $0.right }
    let text = turned.map { $0.withoutTranspose.inWords } ?? "a matrix"
    return Wording(
      "You turned \(text) over. What does it take, and what does it give?",
      brief: "You turned \(text) over, so that it takes what it gave.")
  }

  static let orderSwapped = Slip(
    "order-swapped", "the factors of a product stand in the other order",
    of: .moveLeft,
    .forms([
      (turnedOne.matmul(other), other.matmul(turnedOne)),
      (turnedOne.matmul(other), other.matmul(one)),
      (one.matmul(turnedOther), turnedOther.matmul(one)),
      (one.matmul(other), other.matmul(one)),
    ])
  ) { deed, _ in
    let factors = deed.after.factors
    let left = factors?.left.withoutTranspose.inWords ?? "one factor"
    let right = factors?.right.withoutTranspose.inWords ?? "the other"
    return Wording(
      "You put \(left) before \(right). The left factor gives a product its "
        + "rows, and the right one its columns.",
      brief: "You put \(left) before \(right), in the other order.")
  }

  static let innerForOuter = Slip(
    "inner-for-outer", "an inner product stands for an outer one",
    of: .moveRight,
    .forms([(one.matmul(turnedOther), turnedOne.matmul(other))])
  ) { deed, _ in
    let factors = deed.after.factors
    let left = factors?.left.withoutTranspose.inWords ?? "the one"
    let right = factors?.right.inWords ?? "the other"
    return Wording(
      "You made a dot product, which adds up over the units. Here every unit "
        + "of \(left) meets every one of \(right).",
      brief: "You made a dot product of \(left) and \(right), which adds up "
        + "over the units.")
  }

  static let turnedOver = Slip(
    "turned-over", "rows and columns of the line are changed over",
    of: .moveRight,
    .line { line, surroundings in
      guard !line.isNumber, let shape = try? line.shape(in: surroundings.scope),
        !shape.isScalar
      else { return [] }
      return [.transpose(line)] + line.turnedProducts
    }
  ) { _, _ in
    Wording(
      "Your line has its rows and columns changed over. A slope has the shape "
        + "of what it is the slope in.",
      brief: "Your line has its rows and columns changed over.")
  }

  static let matrixProductForEntrywise = Slip(
    "matrix-product-for-entrywise",
    "a matrix product stands for one entry by entry", of: .chain,
    .forms([
      (one.hadamard(other), one.matmul(other)),
      (one.hadamard(other), one.matmul(turnedOther)),
      (one.hadamard(other), turnedOne.matmul(other)),
      (one.hadamard(other), other.matmul(one)),
    ])
  ) { _, _ in
    Wording(
      "You took a product of matrices where each entry meets only its own "
        + "partner. A function that works entry by entry mixes no units.",
      brief: "You took a product of matrices where each entry meets only its "
        + "own partner.")
  }

  static let entrywiseForMatrixProduct = Slip(
    "entrywise-for-matrix-product",
    "a product entry by entry stands for a matrix product", of: .moveLeft,
    .forms([
      (turnedOne.matmul(other), one.hadamard(other)),
      (one.matmul(turnedOther), one.hadamard(other)),
      (one.matmul(other), one.hadamard(other)),
      (turnedOne.matmul(other), turnedOne.hadamard(other)),
      (one.matmul(turnedOther), one.hadamard(turnedOther)),
    ])
  ) { _, _ in
    Wording(
      "You multiplied entry by entry. Here several units meet, and what comes "
        + "from them adds up.",
      brief: "You multiplied entry by entry where several units meet and add "
        + "up.")
  }

  static let sumForProduct = Slip(
    "sum-for-product", "a sum stands for a product", of: .chain,
    .parts { part, _ in
      guard case .binary(let sign, let left, let right) = part,
        [.times, .hadamard, .matmul].contains(sign),
        left.constant == nil, right.constant == nil,
        // a + (1 − a) in the slope of a sigmoid would be no slope at all.
        right.ungrouped != Expression(1).minus(left)
      else { return [] }
      return [left.plus(right)]
    }
  ) { _, _ in
    Wording(
      "You added the two. Along one road slopes multiply.",
      brief: "You added where slopes along one road multiply.")
  }
}

extension Expression {
  /// Both sides of a product.
  var factors: (left: Expression, right: Expression)? {
    switch self {
    case .binary(.matmul, let left, let right),
      .binary(.hadamard, let left, let right),
      .binary(.times, let left, let right):
      (left, right)
    default: nil
    }
  }

  var withoutTranspose: Expression {
    if case .transpose(let inner) = self { inner } else { self }
  }

  /// The expression with one of its products turned over as a whole.
  fileprivate var turnedProducts: [Expression] {
    parts.compactMap { path, part in
      guard !path.isEmpty, case .binary(.matmul, let left, let right) = part
      else { return nil }
      return replacing(path, with: right.turned.matmul(left.turned))
    }
  }

  private var turned: Expression {
    if case .transpose(let inner) = self { inner } else { .transpose(self) }
  }
}

extension Surroundings {
  /// What is said of a matrix that stands as it does on the way forward.
  fileprivate func forward(
    _ matrix: Expression, onto other: Expression
  ) -> Slip.Wording {
    let text = matrix.inWords
    guard let shape = try? matrix.shape(in: scope),
      case .matrix(let rows, let columns) = shape,
      rows != columns
    else {
      return Slip.Wording(
        "\(text) stands as it does on the way forward. "
          + "Here the road is walked back.",
        brief: "\(text) stands as it does on the way forward.")
    }
    return Slip.Wording(
      "\(text) takes \(columns) numbers and gives \(rows). "
        + "Here \(rows) come in and \(columns) must come out.",
      brief: "\(text) takes \(columns) numbers and gives \(rows), and here "
        + "\(rows) come in.")
  }
}
