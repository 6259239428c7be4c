import Algebra
import Matrices
import Presentation

/// A learner's visit: from a line to a reply.
///
/// A session knows no terminal, no file and no clock. What it needs of the
/// world is handed in, and what it asks of the world it puts into a reply.
public struct Session: Sendable {
  public let library: LessonLibrary
  /// What replies are laid out for; the world may change it at any time.
  public var page: Page

  /// The notation that everything is shown and typed in.
  public internal(set) var lens = Lens.backstep
  /// The open lesson, as the lens shows it.
  public internal(set) var lesson: Lesson?
  public internal(set) var place = Place()
  public internal(set) var alterations: Alterations
  /// What the learner did at the questions.
  public internal(set) var attempts: [QuestionID: Attempt]
  /// The slips that were made, in this visit and before.
  public internal(set) var slips: SlipLog

  /// Where the learner stood in the other lessons.
  var bookmarks: [String: ProgressRecord.Bookmark]
  /// The lessons gone through to their end.
  var finished: [String]
  /// Quantities shown before their time, by lesson.
  var revealed: [String: Set<Name>]
  var definitions = Definitions()
  /// What is printed again whenever it has changed, and how it was last.
  var displays: [Display] = []
  /// The lines of this visit.
  var entered: [String] = []
  /// What the open lesson still holds back; nothing until all of it is read.
  var horizon: Horizon?
  /// The bench of the learner's own, where one is open instead of a lesson.
  var bench: OwnBench?
  /// The bench that `new` opens again.
  var shelved: OwnBench?
  /// The lesson that was left for a bench.
  var lastLesson: String?
  /// The open lesson as it is written.
  var writtenLesson: Lesson?
  /// The worksheet of this place with its numbers, as the lens shows it.
  var live: LiveBench?
  /// The same as it is on disk: what is altered, trained and saved.
  var written: LiveBench?
  /// The way between the two.
  var sight = Sight(.backstep, of: Worksheet())
  /// The lines that were judged in this visit.
  public internal(set) var judgedLines: [JudgedLine] = []
  /// The line that was tried last.
  var tried: TriedLine?
  /// The derivation that is being written in a lesson.
  var triedChain: Chain?
  /// The way through the latest counterexample.
  var walk: Walk?
  /// The training that was done last.
  var trained: TrainedNetwork?
  /// What the world lends to work that takes long.
  public var witness: Witness? {
    didSet { moment = witness?.clock() }
  }
  /// When the last line was answered, by the clock of the world.
  var moment: Double?
  /// How long the learner stayed at what.
  var times: TimeSpent
  /// What the class file allows, where there is one.
  public var rules: ClassRules?
  /// The room, where a class looks on.
  var room: Room?
  /// The derivation that the learner asked for, until they go on.
  var derived: ShownDerivation?
  /// The look back at slips that is open instead of a lesson.
  var review: Review?
  /// Skipped questions that the learner went back to.
  var reopened: Set<QuestionID> = []
  /// Whether the end of the lesson was announced.
  var isPastEnd = false
  /// Whether the next Enter shows the screen again, since the learner came
  /// back to the middle of it.
  var owesRecap = false
  /// The `run` fences of the open lesson that were come to already.
  var carriedOut: Set<PieceID> = []
  /// The lesson that was altered since the last visit, if one was.
  var renewedLesson: String?
  /// Why the lesson that should be open is not.
  var refusal: String?
  /// Whether the record says that the learner was here before.
  let isReturning: Bool

  /// An expression that is printed again whenever its value has changed.
  struct Display: Sendable {
    let expression: Expression
    var last: Matrix<Double>?
  }

  /// - Parameters:
  ///   - library: The lessons.
  ///   - page: What replies are laid out for.
  ///   - progress: What was kept of earlier visits.
  ///   - opening: The lesson to open instead of the one that was open.
  public init(
    library: LessonLibrary, page: Page = Page(),
    progress: ProgressRecord = ProgressRecord(), opening: String? = nil
  ) {
    self.library = library
    self.page = page
    alterations = progress.alterations
    attempts = progress.attempts
    slips = progress.slips
    slips.visit += 1
    times = progress.times
    bookmarks = progress.bookmarks
    finished = progress.finished
    revealed = progress.revealed
    lens = progress.lens.flatMap(Lens.named) ?? .backstep
    isReturning = progress.lesson != nil
    if let digits = progress.digits { self.page.digits = digits }
    if let id = opening ?? progress.lesson ?? library.ids.first {
      // The first words need no more of a lesson than the learner has seen.
      let screen = bookmarks[id]?.screen
      if opening == nil, let start = library.opening(id, through: screen) {
        begin(start)
      } else {
        enter(id)
      }
    }
    if lesson == nil { refresh() }
  }

  /// Reads the whole of a lesson that was opened for the first words alone.
  mutating func readOn() {
    guard let lesson, horizon == nil else { return }
    self.lesson = nil
    enter(lesson.id)
  }

  /// What is kept until the next visit.
  public var progress: ProgressRecord {
    if review != nil { return withoutReview.progress }
    var record = ProgressRecord()
    record.lesson = lesson?.id ?? lastLesson
    record.finished = finished
    record.bookmarks = bookmarks
    if let lesson { record.bookmarks[lesson.id] = bookmark(in: lesson) }
    record.alterations = alterations
    record.attempts = attempts
    if !slips.entries.isEmpty { record.slips = slips }
    record.times = times.inWholeSeconds
    record.revealed = revealed
    record.digits = page.digits == 4 ? nil : page.digits
    record.lens = lens.isOwn ? nil : lens.name
    return record
  }

  /// What to type behind; ASCII, and never like a shell's.
  public var prompt: String {
    if openQuestion != nil { return "answer> " }
    if let bench { return "\(bench.title) > " }
    guard let lesson else { return "backstep > " }
    return "\(lesson.id) \(place.screen + 1)/\(lesson.screenCount) > "
  }

  /// How the learner's place and numbers are drawn.
  var board: Blackboard {
    Blackboard(page: page, bench: live, before: room?.before)
  }

  var screen: Screen? { lesson?.screens[place.screen] }
}

// MARK: - The open lesson

extension Session {
  /// Opens a lesson where the learner left it.
  mutating func enter(_ id: String) {
    let next: Lesson
    do { next = try library.lesson(id) } catch {
      refusal = error.message
      return
    }
    leaveReview()
    if let lesson { bookmarks[lesson.id] = bookmark(in: lesson) }
    leaveBench()
    begin(next)
    horizon = lesson.map { Horizon($0) }
  }

  mutating func begin(_ next: Lesson) {
    refusal = nil
    renewedLesson = nil
    isPastEnd = false
    writtenLesson = next
    lesson = next.seen(through: lens)
    // Whoever asks what is still to come reads on first.
    horizon = nil
    place = Place()
    carriedOut = []
    if let mark = bookmarks[next.id] { resume(mark, in: next) }
    owesRecap = place.shown > 0
    refresh()
  }

  /// Goes to a bookmark; if the file was altered since, the learner's
  /// alterations no longer mean what they meant.
  private mutating func resume(
    _ mark: ProgressRecord.Bookmark, in lesson: Lesson
  ) {
    if mark.fingerprint != lesson.fingerprint {
      alterations.drop(lesson: lesson.id)
      renewedLesson = lesson.id
    }
    guard
      let screen = lesson.screens.firstIndex(where: { $0.id == mark.screen })
    else { return }
    var place = Place(screen: screen, shown: mark.shown)
    for opening in mark.opened {
      let index = lesson.screens.firstIndex { $0.id == opening.screen }
      guard let index else { continue }
      place.opened[PieceID(screen: index, piece: opening.piece)] = opening.lines
    }
    self.place = place.clamped(to: lesson)
    if let current = self.place.current {
      carriedOut = Set(lesson.pieceIDs.prefix { $0 <= current })
    }
  }

  func bookmark(in lesson: Lesson) -> ProgressRecord.Bookmark {
    let opened = place.opened.sorted { $0.key < $1.key }.map { id, lines in
      ProgressRecord.Bookmark.Opening(
        screen: lesson.screens[id.screen].id, piece: id.piece, lines: lines)
    }
    return ProgressRecord.Bookmark(
      screen: lesson.screens[place.screen].id, shown: place.shown,
      opened: opened, fingerprint: lesson.fingerprint)
  }

  /// Works the numbers of this place out anew.
  mutating func refresh() {
    derived = nil
    if let sheet = bench?.sheet {
      written = (try? sheet.live(with: definitions)) ?? written
    } else {
      written = bench(at: place)
    }
    sight = Sight(notation, of: written?.worksheet ?? Worksheet())
    live = written?.seen(by: sight, with: definitions)
  }

  /// The notation of this place.
  var notation: Lens {
    lesson?.keepsNotation ?? false ? .backstep : lens
  }

  /// The worksheet that is in force at a place, with its numbers.
  func bench(at place: Place) -> LiveBench? {
    guard let lesson = writtenLesson,
      let bench = lesson.screens[place.screen].bench
    else {
      return LiveBench(empty: definitions)
    }
    var worksheet = bench.worksheet
    worksheet.functions.merge(definitions.functions) { own, _ in own }
    guard
      var base = try? Valuation(worksheet, givens: bench.givens)
    else { return nil }
    let plain = LiveBench(
      origin: bench.origin, worksheet: worksheet, lesson: base, now: base,
      locals: [:])
    for fence in lesson.assignments(before: place, to: bench.origin) {
      let outcomes = fence.compactMap { try? plain.outcome(of: $0, at: base) }
      for (name, value) in LiveBench.joined(outcomes) {
        _ = try? base.set(name, to: value)
      }
    }
    let givens = base.givens
    let altered = alterations.applied(to: givens, of: bench.origin)
    let now =
      altered == givens
      ? base : (try? Valuation(worksheet, givens: altered)) ?? base
    return LiveBench(
      origin: bench.origin, worksheet: worksheet, lesson: base, now: now,
      locals: definitions.values(in: now))
  }
}

extension Lesson {
  /// What the lesson's own `set` fences made of a worksheet up to a place,
  /// fence by fence, since all lines of one are set at once.
  func assignments(before place: Place, to origin: String) -> [[Assignment]] {
    screens.prefix(place.screen + 1).enumerated().flatMap { number, screen in
      guard screen.bench?.origin == origin else { return [[Assignment]]() }
      let count = number < place.screen ? screen.pieces.count : place.shown
      return screen.pieces.prefix(count).compactMap { piece -> [Assignment]? in
        if case .set(let assignments) = piece.content {
          assignments
        } else {
          nil
        }
      }
    }
  }
}
