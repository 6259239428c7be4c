import Algebra

extension PythonDraft {
  /// The forward equations, the library's own slopes, and what they are held
  /// against.
  mutating func torchBody() throws(ScriptFault) -> String {
    var lines = ["# Forwards."]
    for equation in forward { lines.append(try line(equation)) }
    var parts = [lines.joined(separator: "\n")]
    let ways = backwardWays
    if !ways.isEmpty { parts.append(try slopes(ways)) }
    lines = ["# What Backstep says."]
    for equation in forward {
      lines.append(check(equation.name))
    }
    for equation in backward { lines.append(slopeCheck(equation, ways)) }
    parts.append(lines.joined(separator: "\n"))
    parts.append(ending)
    return parts.joined(separator: "\n\n")
  }

  /// A number whose slopes are asked for, and the quantities in which.
  struct Way {
    let top: Expression
    var quantities: [Name] = []
    let isCost: Bool
  }

  /// The numbers to begin from: the cost, and before it the sum of the
  /// examples' costs where δ is the slope of that.
  var backwardWays: [Way] {
    guard let cost = valuation.worksheet.cost, isFinite(cost.name) else {
      return []
    }
    var ways: [Way] = []
    for equation in backward {
      guard let quantity = quantity(of: equation) else { continue }
      let top = equation.top ?? .name(cost.name)
      guard leads(quantity, to: top) else { continue }
      if let place = ways.firstIndex(where: { $0.top == top }) {
        ways[place].quantities.append(quantity)
      } else {
        let isCost = top == .name(cost.name)
        ways.append(Way(top: top, quantities: [quantity], isCost: isCost))
      }
    }
    return ways.filter { !$0.isCost } + ways.filter(\.isCost)
  }

  /// The parameters in which the library follows slopes.
  var followed: Set<Name> {
    watched.intersection(valuation.worksheet.givens.map(\.name))
  }

  private func quantity(of slope: Equation) -> Name? {
    valuation.worksheet.quantity(withAdjoint: slope.name)
  }

  private func isFinite(_ name: Name) -> Bool {
    valuation.values[name]?.storage.allSatisfy(\.isFinite) ?? false
  }

  /// The quantities from which names are computed, by the forms that stand in
  /// the script.
  private func sources(of names: Set<Name>) -> Set<Name> {
    var sources = names
    for equation in forward.reversed() where sources.contains(equation.name) {
      sources.formUnion(precision.form(of: equation).names)
    }
    return sources
  }

  private func leads(_ name: Name, to top: Expression) -> Bool {
    sources(of: Set(top.names)).contains(name)
  }

  // MARK: - Lines

  private mutating func slopes(_ ways: [Way]) throws(ScriptFault) -> String {
    var lines = ["# Backwards, by PyTorch alone."]
    let computed = forward.map(\.name).filter { name in
      ways.contains { $0.quantities.contains(name) }
    }
    for way in ways where !way.isCost {
      lines += try oneWay(way)
      let leaves = valuation.worksheet.givens.map(\.name).filter {
        followed.contains($0)
      }
      let all = (leaves + computed).map { word($0) }
      lines += [
        loop(over: all.joined(separator: ", ")), "    quantity.grad = None",
      ]
    }
    if let cost = ways.last(where: \.isCost) {
      lines.append("\(try writer.term(cost.top).text).backward()")
    }
    return lines.joined(separator: "\n")
  }

  private func loop(over names: String) -> String {
    let line =
      names.contains(",")
      ? "for quantity in (\(names)):" : "for quantity in (\(names),):"
    guard line.count > PythonText.width else { return line }
    let margin = "        "
    return "for quantity in (\n"
      + PythonText.filled(names, margin: margin) + "):"
  }

  /// What is said where δ is not the slope of the cost itself.
  var perExampleRemark: String? {
    let cost = valuation.worksheet.cost.map { Expression.name($0.name) }
    let top = backward.lazy.compactMap(\.top).first { $0 != cost }
    return top.map { PythonText.comment(Self.perExample($0)) }
  }

  private static func perExample(_ top: Expression) -> String {
    "With delta per example the slopes on the way are those of "
      + "\(top.text()), which leaves the share of one example in the cost "
      + "out; it stands in the slopes of the parameters."
  }

  /// The slopes of another number than the cost, kept under their names.
  private mutating func oneWay(_ way: Way) throws(ScriptFault) -> [String] {
    let top = try writer.text(way.top)
    var lines = [
      PythonText.comment(Self.perExample(way.top)),
      "\(top).backward(retain_graph=True)",
    ]
    for quantity in way.quantities {
      let slope = word(valuation.worksheet.adjoint(of: quantity))
      lines.append("\(slope) = \(word(quantity)).grad.clone()")
    }
    return lines
  }

  private mutating func slopeCheck(
    _ equation: Equation, _ ways: [Way]
  ) -> String {
    let name = word(equation.name)
    guard let quantity = quantity(of: equation),
      let way = ways.first(where: { $0.quantities.contains(quantity) })
    else {
      let cost = valuation.worksheet.cost?.name ?? "C"
      let reason =
        isFinite(cost)
        ? "is computed past it here" : "is not finite here"
      return "skip(\"\(name)\", \"\(word(cost)) \(reason)\")"
    }
    return check(
      equation.name, way.isCost ? "\(word(quantity)).grad" : nil)
  }
}

extension Equation {
  /// The number in which this equation is a slope.
  fileprivate var top: Expression? {
    guard case .derivative(let top, _, _)? = derivation?.lines.first?.expression
    else { return nil }
    return top
  }
}
