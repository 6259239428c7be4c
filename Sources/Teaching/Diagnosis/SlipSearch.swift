import Algebra

/// Looks for the slips that make a learner's line of a right one.
struct SlipSearch {
  let surroundings: Surroundings
  /// The right lines, the one that a screen shows first.
  let forms: [Expression]
  let evidence: Evidence
  /// What the learner wrote, where it is a formula.
  let line: Expression?
  /// How many yes-or-no questions the evidence answers.
  let bits: Double
  /// How many lines may be computed, fewer where each takes long.
  let mostTries: Int
  /// How much a line looks like the learner's.
  private let likeness: Likeness?

  init(
    surroundings: Surroundings, forms: [Expression], evidence: Evidence,
    line: Expression?, bits: Double, mostTries: Int = 20_000
  ) {
    self.surroundings = surroundings
    self.forms = forms
    self.evidence = evidence
    self.line = line
    self.bits = bits
    self.mostTries = mostTries
    likeness = line.map { Likeness(to: $0) }
  }

  /// One way in which the line may have come about.
  struct Find {
    let mutant: Mutant
    let arrangement: Diagnosis.Arrangement
  }

  /// The ways that explain the line, one for each set of slips; what cannot
  /// be told apart stands side by side.
  func finds() -> [Find] {
    let ranks: [Slip.Rank] = [.particular, .general, .confusion]
    for rank in ranks where bits > SlipSearch.fewestBits(rank) {
      let found = single(Slip.all.filter { $0.rank == rank })
      if !found.isEmpty { return distinct(found) }
    }
    return bits > SlipSearch.bitsForTwo ? distinct(double()) : []
  }

  /// Fewer bits agree with one of some hundred lines by chance.
  private static func fewestBits(_ rank: Slip.Rank) -> Double {
    rank == .particular ? 9 : 12
  }

  private static let bitsForTwo = 20.0

  /// So many lines with two slips are looked at; more take too long.
  private static let mostOfTwo = 4000

  private func find(_ mutant: Mutant) -> Find? {
    if let arrangement = evidence.arrangement(of: mutant.expression) {
      return Find(mutant: mutant, arrangement: arrangement)
    }
    guard mutant.deeds.count == 1, mutant.deeds[0].slip.id == "updated-weights",
      evidence.liesTowards(mutant.expression)
    else { return nil }
    return Find(mutant: mutant, arrangement: .asAsked)
  }

  private func single(_ slips: [Slip]) -> [Find] {
    var seen: Set<Expression> = []
    let mutants = forms.flatMap { form in
      surroundings.mutants(of: form, by: slips).filter {
        seen.insert($0.expression).inserted
      }
    }
    return mutants.prefix(mostTries).compactMap(find)
  }

  /// Lines with two slips, those that look most like the learner's first.
  private func double() -> [Find] {
    var seen: Set<Expression> = []
    var finds: [Find] = []
    var tries = 0
    for first in firsts {
      let second = surroundings.mutants(
        of: first.expression, by: Slip.particular, after: first.deeds)
      for mutant in sorted(second)
      where seen.insert(mutant.expression).inserted
        && !mutant.deeds.allSatisfy({ $0.slip.id == Slip.factorOfTwo.id })
      {
        tries += 1
        if let find = find(mutant) { finds.append(find) }
      }
      let isSame = finds.contains { distance($0.mutant) == 0 }
      if tries > min(SlipSearch.mostOfTwo, mostTries) || (line != nil && isSame)
      {
        break
      }
    }
    return finds
  }

  /// The lines with one slip, of the right line that is most like the
  /// learner's.
  private var firsts: [Mutant] {
    let form =
      forms.enumerated().min {
        (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
      }?.element
    guard let form else { return [] }
    return sorted(surroundings.mutants(of: form, by: Slip.particular))
  }

  private func sorted(_ mutants: [Mutant]) -> [Mutant] {
    guard line != nil else { return mutants }
    // A stable order, so that the same line has the same diagnosis.
    let distances = mutants.map { distance($0) }
    return mutants.indices.sorted {
      (distances[$0], $0) < (distances[$1], $1)
    }.map { mutants[$0] }
  }

  private func distance(_ mutant: Mutant) -> Int {
    distance(mutant.expression)
  }

  private func distance(_ expression: Expression) -> Int {
    likeness?.distance(of: expression) ?? 0
  }

  /// One find for each set of slips; of a formula those alone that look most
  /// like it.
  private func distinct(_ finds: [Find]) -> [Find] {
    let ranked = finds.enumerated().map { place, find in
      (find: find, place: place, distance: distance(find.mutant))
    }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    let nearest = ranked.first?.distance ?? 0
    var seen: Set<Set<String>> = []
    return ranked.filter { ranked in
      ranked.distance == nearest
        && seen.insert(Set(ranked.find.mutant.deeds.map(\.slip.id))).inserted
    }.map(\.find)
  }
}

/// How much a formula looks like another one, by the names, functions and
/// signs that it is made of.
struct Likeness {
  private enum Sign: Hashable {
    case name(Name)
    case call(Name, Int)
    case number(Double)
    case binary(BinaryOperator)
    case negation
    case transpose
    case other
  }

  /// Each sign of the formula, and where it is counted.
  private var places: [Sign: Int] = [:]
  private var counts: [Int] = []

  init(to expression: Expression) {
    visit(expression) { sign in
      if let place = places[sign] {
        counts[place] += 1
      } else {
        places[sign] = counts.count
        counts.append(1)
      }
    }
  }

  /// How many signs would have to be taken away or added.
  func distance(of expression: Expression) -> Int {
    var rest = counts
    var strange = 0
    visit(expression) { sign in
      if let place = places[sign] { rest[place] -= 1 } else { strange += 1 }
    }
    return rest.reduce(strange) { $0 + abs($1) }
  }

  private func visit(_ expression: Expression, _ note: (Sign) -> Void) {
    switch expression {
    case .number(let numeral): note(.number(numeral.value))
    case .name(let name): note(.name(name))
    case .call(let name, let primes, let arguments):
      note(.call(name, primes))
      for argument in arguments { visit(argument, note) }
    case .negation(let inner):
      note(.negation)
      visit(inner, note)
    case .transpose(let inner):
      note(.transpose)
      visit(inner, note)
    case .group(let inner): visit(inner, note)
    case .binary(let sign, let left, let right):
      note(.binary(sign))
      visit(left, note)
      visit(right, note)
    default:
      note(.other)
      for child in expression.children { visit(child, note) }
    }
  }
}
