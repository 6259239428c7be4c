extension Box {
  /// Returns the box as the picture of the part at a path; parts within it
  /// keep paths of their own.
  public func tagged(_ path: [Int]) -> Box {
    mapped { cell in
      var cell = cell
      cell.path = cell.path ?? path
      return cell
    }
  }

  /// Returns the box with the part at a path in another style.
  public func styled(_ style: Style, at path: [Int]) -> Box {
    mapped { cell in
      var cell = cell
      if cell.belongs(to: path) { cell.style = style }
      return cell
    }
  }

  /// Returns the box with some columns said to be the part at a path.
  func tagged(_ path: [Int], columns: Range<Int>) -> Box {
    Box(
      rows: rows.map { row in
        var row = row
        for column in columns { row[column].path = path }
        return row
      },
      baseline: baseline)
  }

  /// Returns the columns of the part at a path, or nil where it is not in
  /// the picture.
  public func columns(of path: [Int]) -> Range<Int>? {
    let columns = rows.flatMap { row in
      row.indices.filter { row[$0].belongs(to: path) }
    }
    guard let first = columns.min(), let last = columns.max() else {
      return nil
    }
    return first..<(last + 1)
  }

  /// Returns the box with one more row, in which a mark stands below every
  /// column of the part at a path.
  public func underlined(
    at path: [Int], with mark: Character = "^", _ style: Style = .wrong
  ) -> Box {
    guard let columns = columns(of: path) else { return self }
    let marks = (0..<width).map { column in
      columns.contains(column) ? Cell(String(mark), style) : .blank
    }
    return Box(rows: rows + [marks], baseline: baseline)
  }
}

extension Box.Cell {
  /// Whether the cell lies in the part at a path or in a part of that.
  func belongs(to path: [Int]) -> Bool {
    self.path?.starts(with: path) ?? false
  }
}
