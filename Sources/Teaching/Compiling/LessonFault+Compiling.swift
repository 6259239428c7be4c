import Algebra
import Matrices
import Networks

/// What is said of expressions and of where they stand.
extension LessonFault.Words {
  static var secondBench: Self {
    Self(
      "a second network or worksheet on one screen",
      try: "put it on a screen of its own, under a ## heading")
  }

  static func numberWanted(_ shape: SymbolicShape) -> Self {
    Self(
      "a number is wanted, and this is \(shape)",
      try: "name an entry of it, as in W1[1,2], or use all, any or norm")
  }

  static func ruleUnknown(_ text: String) -> Self {
    let names = Rule.all.map(\.name)
    return Self(
      "no rule is called '\(quoted(text))'",
      try: nearestName(to: text, among: names).map { "write by \($0)" }
        ?? "write one of \(names.joined(separator: ", "))")
  }

  static func lineOfNoEquation(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' has no equation that a line could be held against",
      try: "name a quantity that is computed, or use answer:")
  }

  static var plotRangeEmpty: Self {
    Self("the range of the plot is empty", try: "write the smaller end first")
  }

  static func letterForm(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' declares no letter",
      try: "write given z, given z > 0 or given p: n×m")
  }

  static func letterKnown(_ name: Name) -> Self {
    Self(
      "\(name.text) is a quantity of the worksheet already",
      try: "choose another letter, or leave the line out")
  }
}

/// What is said of lines that stand in the place of others.
extension LessonFault.Words {
  static func compareTwice(_ name: Name) -> Self {
    Self(
      "a second line for \(name.text)", try: "leave one of the two out")
  }

  static func compareShape(
    _ name: Name, _ wanted: SymbolicShape, _ found: SymbolicShape
  ) -> Self {
    Self(
      "\(name.text) is \(wanted), and this line is \(found)",
      try: "write a line that the others can go on from, or put it into a "
        + "refuted fence")
  }

  static func compareTooEarly(_ name: Name, _ used: Name) -> Self {
    Self(
      "\(used.text) is not computed before \(name.text)",
      try: "use what stands above \(name.text) in the worksheet")
  }
}

/// What is said of worksheets and networks.
extension LessonFault.Words {
  static func notLent(_ id: String, _ refusal: BenchLibrary.Refusal) -> Self {
    let id = quoted(id)
    return switch refusal {
    case .unknown:
      Self(
        "there is no lesson '\(id)' to take a network from",
        try: "write the id of a lesson, which is its file's name without .md")
    case .circle:
      Self(
        "'\(id)' takes its network from this lesson",
        try: "write the network out in one of the two")
    case .noBench:
      Self(
        "'\(id)' writes down no network", try: "write the network out here")
    case .faulty:
      Self("the network of '\(id)' has a fault", try: "mend it in \(id).md")
    }
  }

  static var literalWithoutValue: Self {
    Self(
      "this has no value by itself",
      try: "write numbers, as in 0.5 or [1 2; 3 4]")
  }

  static func layerSize(_ text: String) -> Self {
    Self(
      "a layer cannot have '\(quoted(text))' units",
      try: "write a whole number from 1 to 1024")
  }

  static func activationUnknown(_ text: String) -> Self {
    let names = Activation.all.map(\.name)
    return Self(
      "no activation is called '\(quoted(text))'",
      try: nearestName(to: text, among: names).map { "write \($0)" }
        ?? "write one of \(names.joined(separator: ", "))")
  }

  static var costMissing: Self {
    Self("the network has no cost", try: "add a line: cost half squared error")
  }

  static func costUnknown(_ text: String) -> Self {
    let names = Cost.all.map { $0.name.map { $0 == "-" ? " " : $0 } }
      .map { String($0) }
    return Self(
      "no cost is called '\(quoted(text))'",
      try: nearestName(to: text, among: names).map { "write cost \($0)" }
        ?? "write one of \(names.joined(separator: ", ")), with mean before it "
        + "for the mean over the examples")
  }

  static func penaltyDivisor(_ text: String) -> Self {
    Self(
      "a penalty over '\(quoted(text))'", try: "write over 2m, or over 2")
  }

  static func valueOfNothing(_ name: String, _ worksheet: Worksheet) -> Self {
    let names = worksheet.givens.map(\.name.text)
    return Self(
      "'\(quoted(name))' is given a value, and the network has no such "
        + "quantity",
      try: nearestName(to: name, among: names).map { "write \($0)" }
        ?? "its given quantities are \(names.joined(separator: ", "))")
  }

  static func valueShape(_ name: Name, _ wanted: Shape, _ found: Shape) -> Self
  {
    let entries = wanted.rows == 1 ? "1 row" : "\(wanted.rows) rows"
    return Self(
      "\(name.text) is \(found), and \(wanted) is asked for",
      try: "write \(entries) of \(wanted.columns)")
  }

  static func valueMissing(_ name: Name) -> Self {
    Self("\(name.text) has no value", try: "add a line: \(name.text) = …")
  }

  static func initialValues(_ text: String) -> Self {
    Self(
      "no initial values are called '\(quoted(text))'",
      try: "write ~ and one of " + WeightWish.forms.joined(separator: ", "))
  }

  static func weightSource(_ text: String) -> Self {
    Self(
      "'\(quoted(text))' is no source of initial values",
      try: "write seed 3, numpy seed 0, or numpy seed 0 transposed")
  }

  static func setForm(_ fault: DeclarationFault) -> Self {
    let diagnostic = fault.diagnostic
    return Self(
      diagnostic.headline,
      try: diagnostic.notes.first
        ?? "write x, y from circles 40 noise 0.1 seed 3 test 0.2")
  }

  static func setNames(_ count: Int) -> Self {
    Self(
      "a set has inputs and targets, and here \(count) names stand for them",
      try: "write two names, as in x, y from circles 40 seed 3")
  }

  static func shapeForm(_ text: String) -> Self {
    Self("'\(quoted(text))' is no shape", try: "write rows×columns, as n×m")
  }

  static func conditionUnknown(_ text: String) -> Self {
    Self(
      "the condition '\(quoted(text))' is not in this version",
      try: "write colsum(NAME) = 1, or leave it out")
  }

  static func quantityTwice(_ name: Name) -> Self {
    Self("\(name.text) is written down twice", try: "give one another name")
  }

  static func notAboveHere(_ name: Name) -> Self {
    Self(
      "\(name.text) does not stand above this line",
      try: "write down \(name.text) first")
  }

  static func updateTwice(_ name: Name) -> Self {
    Self(
      "\(name.text) is updated twice, and all updates are done at once",
      try: "write one line for it")
  }

  static func updateOfNoGiven(_ name: Name) -> Self {
    Self(
      "\(name.text) is not given, so no step can alter it",
      try: "alter a quantity that has a number, such as a weight")
  }
}
