import Algebra

extension PythonDraft {
  /// The equations, forwards and backwards, and what they are held against.
  mutating func numpyBody() throws(ScriptFault) -> String {
    var parts = [try forwardFunction()]
    if !backward.isEmpty {
      var lines = ["# Backwards, by the equations that Backstep derived."]
      if let remark = perExampleRemark { lines.append(remark) }
      for equation in backward { lines.append(try line(equation)) }
      parts.append(lines.joined(separator: "\n"))
    }
    parts.append(numpyChecks())
    if let measured = measured() { parts.append("\n" + measured) }
    parts.append(ending)
    return parts.joined(separator: "\n\n")
  }

  /// The parameters in which there is a slope.
  private var parameters: [Name] {
    valuation.worksheet.parameters.filter {
      valuation.worksheet.equation(valuation.worksheet.adjoint(of: $0))?.role
        == .backward
    }
  }

  /// The forward equations as a function of the parameters, which can so be
  /// moved a little.
  private mutating func forwardFunction() throws(ScriptFault) -> String {
    let taken = parameters.map { word($0) }.joined(separator: ", ")
    var lines = ["# Forwards.", call("def ", "", taken) + ":"]
    for equation in forward { lines.append(try line(equation, indent: 4)) }
    let results = forward.map { word($0.name) }
    // One result is a tuple too.
    let tuple =
      results.joined(separator: ", ") + (results.count == 1 ? "," : "")
    lines += [wrapped("    return ", tuple), "", ""]
    lines.append(call("", tuple, taken))
    return lines.joined(separator: "\n")
  }

  /// A call of `forward`, or its head, in lines that are short enough.
  private func call(
    _ head: String, _ target: String, _ arguments: String
  ) -> String {
    let opening = target.isEmpty ? "\(head)forward(" : "\(target) = forward("
    if opening.count + arguments.count < PythonText.width - 1 {
      return "\(opening)\(arguments))"
    }
    let margin = String(repeating: " ", count: 8)
    let inner = PythonText.filled(arguments, margin: margin)
    guard opening.count >= PythonText.width else {
      return "\(opening)\n\(inner))"
    }
    return "(\n\(PythonText.filled(target, margin: "    "))\n) = forward(\n"
      + "\(inner))"
  }

  private func wrapped(_ head: String, _ tuple: String) -> String {
    let line = head + tuple
    guard line.count > PythonText.width else { return line }
    let margin = String(repeating: " ", count: 8)
    return "\(head)(\n\(PythonText.filled(tuple, margin: margin)))"
  }

  private mutating func numpyChecks() -> String {
    var lines = ["# What Backstep says."]
    for equation in equations {
      lines.append(check(equation.name))
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Measured slopes

  /// The slope in each parameter held against differences of the cost.
  private mutating func measured() -> String? {
    let parameters = parameters
    guard let cost = valuation.worksheet.cost, !parameters.isEmpty else {
      return nil
    }
    let place = forward.firstIndex { $0.name == cost.name } ?? 0
    let noise = costNoise(cost.name)
    var lines = [
      Self.measure.replacing("PLACE", with: String(place))
        .replacing("COST", with: word(cost.name)),
      "",
      "",
      PythonText.assignment(
        "parameters", "[\(parameters.map { word($0) }.joined(separator: ", "))]"
      ),
      "NOISE = \(PythonText.number(noise))  # what rounding does to "
        + word(cost.name),
      "SAMPLE = 200  # entries of one parameter that are moved, at most",
    ]
    for (number, parameter) in parameters.enumerated() {
      let slope = word(valuation.worksheet.adjoint(of: parameter))
      lines.append("measure(\"\(slope)\", \(slope), \(number))")
    }
    return lines.joined(separator: "\n")
  }

  /// How far rounding may put the cost off.
  private func costNoise(_ cost: Name) -> Double {
    let loss = precision.loss(in: cost)
    let size = valuation.values[cost]?.storage.first?.magnitude ?? 0
    let noise = max(loss.distance, loss.share * size, 1e-16 * size)
    return noise.isFinite ? noise.roundedUpToOneDigit : 0
  }

  private static let measure = """
    # The slope once more, from nothing but values of COST: moved by h to either
    # side, with the next term of the series taken out by moving it by 2h.
    def measure(name, slope, number):
        told = np.asarray(slope)
        entries = list(np.ndindex(told.shape))
        entries = entries[::-(-len(entries) // SAMPLE)]
        worst, kinks = 0.0, 0
        for place in entries:
            h = 1e-4 * max(1.0, abs(np.asarray(parameters[number])[place]))
            cost = {}
            for step in (-2, -1, 0, 1, 2):
                moved = [np.array(p) for p in parameters]
                moved[number][place] += step * h
                cost[step] = np.asarray(forward(*moved)[PLACE]).item()
            near = (cost[1] - cost[-1]) / (2 * h)
            far = (cost[2] - cost[-2]) / (4 * h)
            found = (4 * near - far) / 3
            if not math.isfinite(found):
                skip(name, "COST is not finite nearby")
                return
            gap = abs(told[place] - found)
            room = 1e-6 * abs(found) + abs(near - far) + 4 * NOISE / h
            # At a kink the slope jumps, and any value between the slopes to
            # the left and to the right of it will do.
            left, right = (cost[0] - cost[-1]) / h, (cost[1] - cost[0]) / h
            jump = abs(right - left)
            if gap > room and jump > 1e-3 * max(abs(left), abs(right)):
                gap = abs(told[place] - (left + right) / 2)
                room += 0.51 * jump
                kinks += 1
            else:
                worst = max(worst, gap)
            if not gap <= room:
                where = [int(i) + 1 for i in place] or ""
                print(f"{name:<10} DIFFERS{where}: {told[place]} computed, "
                      f"{found} measured")
                differing.append(name)
                return
        note = f", {kinks} at a kink" if kinks else ""
        print(f"{name:<10} measured in {len(entries)} of {told.size} entries, "
              f"to {worst:.0e}{note}")
    """
}

extension String {
  /// The text with one word in place of another.
  fileprivate func replacing(_ word: String, with other: String) -> String {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      parts += [rest[..<range.lowerBound], other[...]]
      rest = rest[range.upperBound...]
    }
    return (parts + [rest]).joined()
  }
}
