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
  private static let mostOfTwo = 5000

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
    return forms.flatMap { form in
      surroundings.mutants(of: form, by: slips)
        .filter { seen.insert($0.expression).inserted }
        .compactMap(find)
    }
  }

  /// Lines with two slips, those that look most like the learner's first.
  private func double() -> [Find] {
    var seen: Set<Expression> = []
    var pairs: [(mutant: Mutant, distance: Int)] = []
    let own = line.map(Ingredients.init)
    for form in forms.prefix(2) {
      for first in surroundings.mutants(of: form, by: Slip.particular) {
        let second = surroundings.mutants(
          of: first.expression, by: Slip.particular, after: first.deeds)
        for mutant in second where seen.insert(mutant.expression).inserted {
          let distance =
            own.map {
              Ingredients(mutant.expression).distance(to: $0)
            } ?? 0
          pairs.append((mutant, distance))
        }
        if pairs.count > 4 * SlipSearch.mostOfTwo { break }
      }
    }
    // A stable order, so that the same line has the same diagnosis.
    let order = pairs.indices.sorted {
      (pairs[$0].distance, $0) < (pairs[$1].distance, $1)
    }
    var finds: [Find] = []
    for place in order.prefix(SlipSearch.mostOfTwo) {
      guard let find = find(pairs[place].mutant) else { continue }
      finds.append(find)
      if finds.count > 24 { break }
    }
    return finds
  }

  /// One find for each set of slips; of a formula those alone that look most
  /// like it.
  private func distinct(_ finds: [Find]) -> [Find] {
    let own = line.map(Ingredients.init)
    let ranked = finds.enumerated().map { place, find in
      (
        find: find, place: place,
        distance: own.map {
          Ingredients(find.mutant.expression).distance(to: $0)
        } ?? 0
      )
    }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    let nearest = ranked.first?.distance ?? 0
    var seen: Set<Set<String>> = []
    return ranked.filter { ranked in
      ranked.distance == nearest
        && seen.insert(Set(ranked.find.mutant.deeds.map(\.slip.id))).inserted
    }.map(\.find)
  }
}

/// The signs, names and functions that a formula is made of, each as often as
/// it stands there.
struct Ingredients {
  private var counts: [String: Int] = [:]

  init(_ expression: Expression) {
    count(expression)
  }

  private mutating func count(_ expression: Expression) {
    switch expression {
    case .number(let numeral): add("\(numeral.value)")
    case .name(let name): add(name.text)
    case .call(let name, let primes, _): add("\(name.text)'\(primes)")
    case .negation: add("-")
    case .transpose: add("'")
    case .binary(let sign, _, _): add(sign.row.ascii)
    case .entry: add("[]")
    case .group: break
    default: add("…")
    }
    for child in expression.children { count(child) }
  }

  private mutating func add(_ sign: String) { counts[sign, default: 0] += 1 }

  /// How many signs would have to be taken away or added.
  func distance(to other: Ingredients) -> Int {
    var distance = 0
    for (sign, count) in counts {
      distance += abs(count - (other.counts[sign] ?? 0))
    }
    for (sign, count) in other.counts where counts[sign] == nil {
      distance += count
    }
    return distance
  }
}
