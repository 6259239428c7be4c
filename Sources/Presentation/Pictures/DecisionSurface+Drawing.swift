extension DecisionSurface {
  /// Returns the regions between two axes, the examples in them, and what the
  /// signs mean.
  ///
  /// - Parameters:
  ///   - width: The cells of a line, for what stands below.
  ///   - format: How numbers are written.
  ///   - charset: The characters to draw with.
  /// - Returns: The lines of the picture.
  public func text(
    width: Int, format: NumberFormat = NumberFormat(),
    charset: Charset = .unicode
  ) -> StyledText {
    let frame = frame(format, charset)
    let head = StyledText.blank(frame.gutter) + StyledText(yName, .name)
    let picture = frame.box(around: area(charset)).text
    let legend = legend(charset).wrapped(to: width)
    return [head, picture, legend].joined(separator: "\n").trimmedLines
  }

  /// Axes that are as long as the grid.
  private func frame(_ format: NumberFormat, _ charset: Charset) -> PlotFrame {
    let across = [grid.across.lowerBound, grid.across.upperBound]
    let up = [grid.up.lowerBound, grid.up.upperBound]
    func frame(_ width: Int) -> PlotFrame {
      PlotFrame(
        across: across, up: up, width: width, rows: grid.rows, format,
        charset, slack: 0)
    }
    return frame(frame(80).gutter + 1 + grid.columns)
  }

  private func area(_ charset: Charset) -> Box {
    var rows = (0..<grid.rows).map { row in
      regions[(row * grid.columns)..<((row + 1) * grid.columns)].map {
        Box.Cell(Self.texture($0, charset), .dim)
      }
    }
    var labels: [[Int]: Int] = [:]
    for example in examples {
      guard let (row, column) = grid.cell(x: example.x, y: example.y) else {
        continue
      }
      let isShared = labels[[row, column], default: example.label]
      let isMixed = isShared != example.label
      labels[[row, column]] = isMixed ? -1 : example.label
      rows[row][column] = Box.Cell(
        isMixed ? Self.mixed(charset) : Self.sign(example.label, charset),
        region(of: example) == example.label ? .emphasis : .wrong)
    }
    return Box(rows: rows)
  }

  // MARK: - Signs

  static func texture(_ region: Int?, _ charset: Charset) -> String {
    guard let region else { return "?" }
    let textures = charset == .unicode ? Array(" ░▒▓") : Array(" .:%")
    if textures.indices.contains(region) { return String(textures[region]) }
    return letter(region, from: "a")
  }

  static func sign(_ label: Int, _ charset: Charset) -> String {
    let signs = charset == .unicode ? Array("○●△■") : Array("ox+*")
    if signs.indices.contains(label) { return String(signs[label]) }
    return letter(label, from: "A")
  }

  private static func mixed(_ charset: Charset) -> String {
    charset == .unicode ? "◆" : "#"
  }

  private static func letter(_ place: Int, from first: Unicode.Scalar) -> String
  {
    let value = first.value + UInt32(max(place, 0) % 26)
    return Unicode.Scalar(value).map { String(Character($0)) } ?? "?"
  }

  private func legend(_ charset: Charset) -> StyledText {
    var lines = classes.indices.map { label in
      let count = examples.count { $0.label == label }
      let strays = strays(label).count
      let texture = Self.texture(label, charset)
      let texts =
        texture == " "
        ? StyledText("blank", .dim)
        : StyledText(String(repeating: texture, count: 3), .dim)
      var text = StyledText(Self.sign(label, charset), .emphasis)
      text.append(" \(name(label)): \(counted(count)), ")
      text.append(
        strays == 0 ? "all" : "\(strays) not", strays == 0 ? .plain : .wrong)
      text.append(" in its region ")
      text.append(texts)
      return text
    }
    if hasMixedCells {
      lines.append(
        StyledText(Self.mixed(charset), .wrong)
          + " examples of several classes in one place")
    }
    let across = StyledText("across: ") + StyledText(xName, .name)
    return ([across] + lines).joined(separator: "\n")
  }

  private var hasMixedCells: Bool {
    var labels: [[Int]: Int] = [:]
    for example in examples {
      guard let cell = grid.cell(x: example.x, y: example.y) else { continue }
      let place = [cell.row, cell.column]
      if labels[place, default: example.label] != example.label { return true }
      labels[place] = example.label
    }
    return false
  }

  /// The examples of a class that lie in another region or in none.
  private func strays(_ label: Int) -> [Example] {
    examples.filter { $0.label == label && region(of: $0) != label }
  }

  private func counted(_ count: Int) -> String {
    count == 1 ? "1 example" : "\(count) examples"
  }

  // MARK: - Words

  /// Returns what the picture shows in words: how much of the rectangle each
  /// class has, how many examples lie in its region, and where the first of
  /// the others lie.
  ///
  /// - Parameter format: How numbers are written.
  /// - Returns: One fact a line.
  public func spoken(format: NumberFormat = NumberFormat()) -> StyledText {
    var lines = [
      "\(xName) from \(format.text(grid.across.lowerBound)) to "
        + format.text(grid.across.upperBound),
      "\(yName) from \(format.text(grid.up.lowerBound)) to "
        + format.text(grid.up.upperBound),
    ]
    for label in classes.indices {
      let places = regions.count { $0 == label }
      let share = (1000 * Double(places) / Double(regions.count)).rounded() / 10
      lines.append("region of \(name(label)): \(format.text(share)) percent")
      let count = examples.count { $0.label == label }
      let strays = strays(label)
      lines.append(
        "\(name(label)): \(counted(count)), \(count - strays.count) in its "
          + "region")
      lines += strays.prefix(5).map { stray in
        let place = "at \(format.text(stray.x)), \(format.text(stray.y))"
        guard let region = region(of: stray) else {
          return "\(place): without a region"
        }
        return "\(place): in the region of \(name(region))"
      }
      if strays.count > 5 { lines.append("and \(strays.count - 5) more") }
    }
    return StyledText(lines.joined(separator: "\n"))
  }
}
