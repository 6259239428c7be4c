extension Histogram {
  /// Returns bars with their counts, a column for each group.
  ///
  /// A bar is the part of its own group, so that layers of different sizes
  /// can be compared. Groups for which there is no room go on below.
  ///
  /// - Parameters:
  ///   - width: The cells of a line.
  ///   - charset: The characters to draw with.
  /// - Returns: The lines of the picture.
  public func text(width: Int, charset: Charset = .unicode) -> StyledText {
    let bins = bins(charset)
    guard !bins.isEmpty else { return "no number can be counted" }
    let labels = labels(bins, charset)
    let gutter = labels[0].width
    let column = 9
    let fitting = max((width - gutter) / column, 1)
    let parts = stride(from: 0, to: groups.count, by: fitting).map { start in
      table(
        bins, labels, start..<min(start + fitting, groups.count),
        width: width - gutter, charset)
    }
    return parts.joined(separator: "\n\n")
  }

  private func table(
    _ bins: [Bin], _ labels: [StyledText], _ shown: Range<Int>, width: Int,
    _ charset: Charset
  ) -> StyledText {
    let column = min(width / shown.count, 30)
    let head = shown.reduce(labels[0]) { line, group in
      line
        + (StyledText("  ") + StyledText(groups[group].name, .heading))
        .elided(to: column, charset: charset).padded(to: column)
    }
    let lines = bins.indices.map { bin in
      shown.reduce(labels[bin + 1]) { line, group in
        line + "  "
          + bar(bins, bin, group, width: column - 2, charset)
          .padded(to: column - 2)
      }
    }
    return ([head] + lines).joined(separator: "\n").trimmedLines
  }

  /// The bar of a bin and its count; a count of 0 is a faint dot.
  private func bar(
    _ bins: [Bin], _ bin: Int, _ group: Int, width: Int, _ charset: Charset
  ) -> StyledText {
    let count = bins[bin].counts[group]
    guard count > 0 else {
      return StyledText(charset == .unicode ? "·" : ".", .dim)
    }
    let digits = bins.flatMap(\.counts).map { "\($0)".cells }.max() ?? 1
    let free = Double(max(width - digits - 1, 1))
    let length = part(count, group) / largestPart(bins) * free
    let style: Style = bins[bin].label == .word("not finite") ? .wrong : .name
    return StyledText(Self.bar(length, charset), style)
      + StyledText(" \(count)", .number)
  }

  private func part(_ count: Int, _ group: Int) -> Double {
    Double(count) / Double(max(groups[group].values.count, 1))
  }

  private func largestPart(_ bins: [Bin]) -> Double {
    bins.flatMap { bin in
      bin.counts.enumerated().map { part($0.element, $0.offset) }
    }.max() ?? 1
  }

  /// A bar in eighths of a cell; it is never without ink.
  private static func bar(_ length: Double, _ charset: Charset) -> String {
    guard charset == .unicode else {
      return String(repeating: "#", count: max(Int(length.rounded()), 1))
    }
    let eighths = max(Int((length * 8).rounded()), 1)
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8)
      + (rest == 0 ? "" : String(Array("▏▎▍▌▋▊▉")[rest - 1]))
  }

  /// The title and the bounds of the bins, all of one width.
  private func labels(_ bins: [Bin], _ charset: Charset) -> [StyledText] {
    let dots = charset == .unicode ? " … " : " .. "
    let lower =
      bins.map { bin in
        if case .between(let lower, _) = bin.label { lower.cells } else { 0 }
      }.max() ?? 0
    let texts = bins.map { bin in
      switch bin.label {
      case .word(let word): StyledText(word)
      case .between(let low, let high):
        StyledText(low, .number).padded(to: lower, alignment: .right)
          + StyledText(dots, .dim) + StyledText(high, .number)
      }
    }
    let all = [StyledText(title, .name)] + texts
    let width = all.map(\.width).max() ?? 0
    return all.map { $0.padded(to: width) }
  }

  /// The counts in words, a line for each bin of a group that holds any.
  public var spoken: StyledText {
    // What is read aloud has no raised digits.
    let bins = bins(.ascii)
    guard !bins.isEmpty else { return "no number can be counted" }
    let lines = groups.enumerated().flatMap { place, group in
      ["\(title) of \(group.name): \(group.values.count) numbers"]
        + bins.filter { $0.counts[place] > 0 }.map { bin in
          switch bin.label {
          case .word(let word): "\(word): \(bin.counts[place])"
          case .between(let low, let high):
            "from \(low) to \(high): \(bin.counts[place])"
          }
        }
    }
    return StyledText(lines.joined(separator: "\n"))
  }
}
