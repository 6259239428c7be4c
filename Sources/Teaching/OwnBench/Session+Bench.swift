import Algebra
import Matrices
import Networks
import Presentation

extension Session {
  /// `new` opens the learner's bench, `new again` an empty one.
  mutating func newBench(_ word: String) -> Reply {
    guard word.isEmpty || word == "again" else {
      return failure(
        Diagnostic(
          "new takes nothing behind it, or again", remedy: "help new"))
    }
    let last = bench.map { $0.isFile ? nil : $0 } ?? nil
    let kept = word == "again" ? nil : last ?? shelved
    enterBench(kept ?? OwnBench())
    guard let bench, !bench.sheet.isEmpty else {
      return Reply(
        board.prose(
          "An empty bench. given W: k×n, x: n×m declares, z = W @ x adds an "
            + "equation, and a number called C is the cost. open and a lesson "
            + "goes back."))
    }
    var reply = inventory()
    reply.text = StyledText.stacked([
      board.prose("Your bench as you left it; new again starts afresh."),
      reply.text,
    ])
    return reply
  }

  /// Opens a network that the world has read.
  ///
  /// - Parameters:
  ///   - file: How the learner named it.
  ///   - description: The network.
  ///   - values: Its numbers.
  ///   - classes: What the classes of its examples are called.
  ///   - test: Examples that are kept to test it.
  /// - Returns: What stands on the bench now.
  public mutating func open(
    file: String, _ description: NetworkDescription,
    _ values: [Name: Matrix<Double>], classes: [String] = [],
    test: DataSet? = nil
  ) -> Reply {
    do throws(WorksheetFault) {
      var sheet = try BenchSheet(description, values)
      sheet.note(classes, test)
      _ = try sheet.live(with: definitions)
      let title = file.split(separator: "/").last.map(String.init) ?? file
      enterBench(OwnBench(file: title, sheet: sheet))
      // What was trained before was another network.
      trained = nil
    } catch { return failure(diagnostic(error, source: file)) }
    return Reply(
      StyledText.stacked([board.benchPicture(), graph().text], gap: 1))
  }

  /// Leaves the lesson, or the other bench, for a bench.
  mutating func enterBench(_ next: OwnBench) {
    leaveReview()
    if let lesson {
      bookmarks[lesson.id] = bookmark(in: lesson)
      lastLesson = lesson.id
    }
    if let bench, !bench.isFile { shelved = bench }
    lesson = nil
    writtenLesson = nil
    horizon = nil
    place = Place()
    isPastEnd = false
    owesRecap = false
    bench = next
    refresh()
  }

  /// Puts the bench away, as a lesson is opened.
  mutating func leaveBench() {
    if let bench, !bench.isFile { shelved = bench }
    bench = nil
  }

  /// Goes on with a sheet if it can be computed.
  mutating func take(
    _ sheet: BenchSheet, deed: String, from source: String,
    _ reply: (inout Session) -> Reply
  ) -> Reply {
    do throws(WorksheetFault) {
      _ = try sheet.live(with: definitions)
    } catch { return failure(diagnostic(error, source: source)) }
    if bench == nil { enterBench(shelved ?? OwnBench()) }
    bench?.take(sheet, deed: deed)
    refresh()
    return reply(&self)
  }

  /// Takes deeds on the bench back, or does them again.
  mutating func retraceBench(
    _ count: Int, _ word: String, nothing: String,
    _ move: (inout OwnBench) -> String?
  ) -> Reply {
    guard var bench else { return noLesson() }
    let before = live
    var words: [String] = []
    for _ in 0..<max(count, 1) {
      guard let deed = move(&bench) else { break }
      words.append(deed)
    }
    guard !words.isEmpty else {
      return failure(Diagnostic(nothing, remedy: "help altering"))
    }
    self.bench = bench
    refresh()
    let title = board.prose("\(word): \(words.joined(separator: ", "))")
    let isSame =
      before?.now.values.mapValues(\.shape)
      == live?.now.values.mapValues(\.shape)
    return isSame ? consequence(since: before, title) : Reply(title)
  }
}
