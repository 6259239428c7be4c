import Algebra
import Matrices
import Networks
import Presentation

/// Networks that the program makes, and the examples that they learn.
extension Session {
  /// `network 2 → 8 tanh → 1 sigmoid on circles`: a bench with a network that
  /// has learned nothing yet.
  mutating func makeNetwork(_ text: String) -> Reply {
    do throws(DeclarationFault) {
      let wish = try NetworkWish(text)
      switch wish.examples {
      case .made(let examples):
        let set = examples.generator
        return make(
          wish, on: try examples.learned(),
          Origin(
            name: set.name, seed: examples.seed, sentence: set.sentence,
            line: { "network \($0) on \(set.name)" }))
      case .read(let data):
        let request = ExamplesRequest(
          data: data, outputs: wish.layers.last ?? 1, layers: wish.layersText)
        return Reply(effects: [.read(request)])
      }
    } catch { return failure(error.diagnostic) }
  }

  /// Where the examples of a network come from.
  private struct Origin {
    let name: String
    let seed: UInt64
    let sentence: String
    /// The line that makes a network of other layers for them.
    let line: (String) -> String
  }

  private mutating func make(
    _ wish: NetworkWish, on data: LearnedData, _ origin: Origin
  ) -> Reply {
    do throws(DeclarationFault) {
      let network = try NewNetwork(
        wish, on: data, from: origin.name, seed: origin.seed,
        line: origin.line)
      var reply = open(
        file: origin.name, network.description, network.givens,
        classes: data.learned.classes, test: data.test)
      guard !reply.failed else { return reply }
      reply.text = StyledText.stacked(
        [
          reply.text, board.prose(StyledText(origin.sentence)),
          board.prose(
            StyledText("train", .typed) + " lets it learn; "
              + StyledText("help plot", .typed)
              + " has the pictures of what it knows."),
        ])
      return reply
    } catch { return failure(error.diagnostic) }
  }

  // MARK: - Other examples

  /// `examples circles 200` and `examples flowers.csv label species`: other
  /// examples for the network of this bench.
  mutating func takeExamples(_ text: String) -> Reply {
    guard !text.isEmpty else {
      return Reply(table(ExamplesWish.rows(isForNew: false)))
    }
    do throws(DeclarationFault) {
      let target = try axes().target
      guard DataWish.isFile(String(text.prefix { $0 != " " })) else {
        let wish = try ExamplesWish(text)
        return try take(
          try wish.learned(), named: wish.generator.name,
          deed: "examples \(text)"
        ) { "network \($0) on \(text)" }
      }
      let request = ExamplesRequest(
        data: try Self.file(text),
        outputs: written?.value(of: target)?.rows ?? 1, layers: nil)
      return Reply(effects: [.read(request)])
    } catch { return failure(error.diagnostic) }
  }

  private static func file(_ text: String) throws(DeclarationFault) -> DataWish
  {
    do throws(DataWishFault) {
      return try DataWish(text, isForNew: false)
    } catch {
      throw DeclarationFault(
        error.diagnostic(or: "help examples") { "examples \($0.words)" })
    }
  }

  /// What the inputs and the targets of this bench are called.
  private func axes() throws(DeclarationFault) -> (input: Name, target: Name) {
    guard let live = written, bench != nil else {
      throw DeclarationFault(
        "the examples of a lesson are its own",
        notes: ["a bench of your own takes others"],
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor")
    }
    let givens = live.worksheet.givens
    guard let input = givens.first(where: { $0.role == .input })?.name,
      let target = givens.first(where: { $0.role == .target })?.name
    else {
      throw DeclarationFault(
        "this bench has no input and target for examples", notes: [],
        remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor")
    }
    return (input, target)
  }

  private mutating func take(
    _ data: LearnedData, named name: String, deed: String,
    line: (String) -> String
  ) throws(DeclarationFault) -> Reply {
    let (input, target) = try axes()
    guard let live = written, var sheet = bench?.sheet else {
      return noLesson()
    }
    let learned = data.learned
    if let misfit = learned.misfit(
      of: name, inputs: live.value(of: input)?.rows ?? 0,
      outputs: live.value(of: target)?.rows ?? 0)
    {
      throw DeclarationFault(
        misfit, notes: [], remedy: line(learned.fittingLayers))
    }
    sheet.take(data, as: input, target)
    return take(sheet, deed: deed, from: deed) { session in
      Reply(
        session.board.prose(
          StyledText(data.sentence + " undo takes them back.")))
    }
  }
}

// MARK: - Examples that the world has read

extension Session {
  /// Takes up examples that the session asked for.
  ///
  /// - Parameters:
  ///   - data: The examples.
  ///   - request: What asked for them.
  /// - Returns: What stands on the bench now.
  public mutating func take(
    _ data: LearnedData, for request: ExamplesRequest
  ) -> Reply {
    do throws(DeclarationFault) {
      guard let layers = request.layers else {
        return try take(
          data, named: request.data.file, deed: request.line(request.data)
        ) {
          "network \($0) on \(request.data.words)"
        }
      }
      let wish = try NetworkWish("\(layers) on \(request.data.words)")
      return make(
        wish, on: data,
        Origin(
          name: request.data.file, seed: request.data.seed,
          sentence: data.sentence,
          line: { "network \($0) on \(request.data.words)" }))
    } catch { return failure(error.diagnostic) }
  }

  /// Says why examples that the session asked for cannot be had.
  public func refusal(
    _ fault: DataWishFault, of request: ExamplesRequest
  ) -> Reply {
    failure(
      fault.diagnostic(or: "help \(request.word)") { request.line($0) })
  }
}
