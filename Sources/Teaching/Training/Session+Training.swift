import Algebra
import Matrices
import Networks
import Presentation

extension Session {
  /// `train 1000 rate 0.5 by adam`: the update is done again and again.
  mutating func train(_ text: String) -> Reply {
    guard let live = written, let cost = self.live?.worksheet.cost?.name else {
      return failure(
        Diagnostic("nothing here has a cost to learn from", remedy: "lessons"))
    }
    let before = trained.flatMap { $0.origin == live.origin ? $0 : nil }
    do {
      var wish = try TrainingWish(
        text, from: before?.settings ?? TrainingSettings(), cost: cost)
      wish.chooseInterval(
        examples: live.worksheet.exampleCount(in: live.now.values))
      let own = try wish.tracks(in: scope).map {
        Track(sight.meant($0.expression), label: $0.label)
      }
      let tracks = own.isEmpty ? before?.tracks ?? [] : own
      let training = try training(wish, tracks, at: live, after: before)
      if wish.settings.length == .iterations(0) {
        return Reply(rule(of: training))
      }
      if wish.walks { return try walk(training, at: live) }
      return try run(training, at: live, deed: "train \(text)")
    } catch let fault as TrainingWishFault {
      return failure(fault.diagnostic)
    } catch let fault as TrainingFault {
      return failure(fault.diagnostic)
    } catch {
      return failure(diagnostic(error, source: text).behind("train "))
    }
  }

  /// The training that goes on, or another one from the weights of now.
  private func training(
    _ wish: TrainingWish, _ tracks: [Track], at live: LiveBench,
    after before: TrainedNetwork?
  ) throws -> Training {
    if let before, !wish.isNew, before.left(live) {
      return try Training(
        live.worksheet, values: live.now.givens, settings: wish.settings,
        resuming: before.record, tracking: before.tracks)
    }
    return try Training(
      live.worksheet, values: live.now.givens, settings: wish.settings,
      tracking: tracks)
  }

  private mutating func run(
    _ training: Training, at live: LiveBench, deed: String
  ) throws -> Reply {
    let report = try TrainingRun(training, terms(of: training)).go(
      page: page, witness: witness)
    // What stopped the run stops nothing behind it: the weights are kept.
    return Interruption.deferred { _ in
      take(training, report, at: live, deed: deed)
    }
  }

  /// What the report calls the cost and the rate: a cost that the book scales
  /// keeps the name under which it is trained.
  private func terms(of training: Training) -> TrainingTerms {
    var terms = TrainingTerms(training)
    terms.rate = terms.rate.map { sight.shown($0) }
    if sight.scales[terms.cost] == nil { terms.cost = sight.shown(terms.cost) }
    return terms
  }

  private mutating func take(
    _ training: Training, _ report: TrainingReport, at live: LiveBench,
    deed: String
  ) -> Reply {
    keep(training, at: live, deed: deed)
    var parts = [inset { report.text(for: $0) }]
    if written?.now.values != live.now.values {
      parts.append(
        board.prose(
          StyledText("train", .typed) + " goes on, "
            + StyledText("undo", .typed) + " takes all of it back."))
    }
    if let display = changedDisplays() { parts.append(display) }
    var reply = Reply(StyledText.stacked(parts))
    reply.failed = !report.isFinite
    if let settled = settledByDeed() { reply.append(settled) }
    return reply
  }

  /// Takes the weights over, as one alteration.
  mutating func keep(
    _ training: Training, at live: LiveBench, deed: String
  ) {
    let changed = training.values.filter { name, value in
      live.now.values[name].map { $0 != value } ?? false
    }
    put(changed, at: live, deed: deed)
    trained = TrainedNetwork(
      origin: live.origin, settings: training.settings,
      tracks: training.tracks, record: training.record)
  }

  /// Sets quantities as one alteration.
  mutating func put(
    _ changed: [Name: Matrix<Double>], at live: LiveBench, deed: String
  ) {
    guard !changed.isEmpty else { return }
    if var sheet = bench?.sheet {
      for (name, value) in changed { sheet.set(name, to: value) }
      bench?.take(sheet, deed: deed)
    } else {
      let parts = changed.keys.sorted().compactMap { name in
        changed[name].flatMap { value in
          live.now.values[name].map {
            Alterations.Part(
              name: name, label: name.ascii,
              entries: $0.entries(differingIn: value))
          }
        }
      }
      alterations.make(.together(origin: live.origin, parts))
    }
    refresh()
  }

  /// The update equations, and what their letters are.
  private func rule(of training: Training) -> StyledText {
    let updates = Sight(lens, of: training.worksheet).seen.equations
      .filter { $0.role == .update }
    let width = updates.map { board.formula($0.name).width }.max() ?? 0
    let rows = updates.map { update in
      let lead =
        board.formula(update.name).padded(to: page.isPlain ? 0 : width)
        + " \(page.charset == .unicode ? "←" : "<-") "
      return board.hanging(
        lead,
        board.formula(update.expression).folded(
          to: max(page.width - Blackboard.indent - lead.width, 12)))
    }
    var numbers = (training.rule?.constants ?? []).map { constant in
      let value = training.settings.constants[constant.name] ?? constant.value
      return board.formula(constant.name) + " = " + board.number(value)
    }
    if let rate = terms(of: training).rate {
      numbers.insert(
        board.formula(rate) + " = " + board.number(training.settings.rate),
        at: 0)
    }
    let isOwn = training.rule == nil
    return StyledText.stacked([
      board.prose(
        StyledText(training.rule?.summary ?? TrainingReport.ownLines)),
      StyledText.stacked(rows).indented(
        by: page.isPlain ? 0 : Blackboard.indent),
      numbers.isEmpty
        ? StyledText() : board.prose(numbers.joined(separator: ", ") + "."),
      isOwn
        ? StyledText()
        : board.prose(StyledText(training.rule?.source ?? "", .dim)),
    ])
  }

  // MARK: One iteration

  /// The numbers of an iteration as the lens lays them out.
  private func seen(_ valuation: Valuation) throws -> Valuation {
    try Sight(lens, of: valuation.worksheet).seen(valuation)
  }

  /// Goes through the next iteration equation by equation, and does it.
  private mutating func walk(
    _ training: Training, at live: LiveBench
  ) throws -> Reply {
    let valuation = try seen(training.nextIteration())
    for equation in valuation.worksheet.equations {
      if let refusal = refusal(ofHidden: .name(equation.name)) {
        return refusal
      }
    }
    let updates = try valuation.updates(rate: training.rate())
    try training.run()
    keep(training, at: live, deed: "train 1 step")
    walk = Walk(valuation, updates: updates.map { ($0.equation, $0.value) })
    return walkOn(1)
  }
}
