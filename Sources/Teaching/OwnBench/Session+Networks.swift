import Algebra
import Matrices
import Networks
import Presentation

/// Networks and examples that the program makes.
extension Session {
  /// `network 2 → 8 tanh → 1 sigmoid on circles`: a bench with a network that
  /// has learned nothing yet.
  mutating func makeNetwork(_ text: String) -> Reply {
    do {
      let wish = try NetworkWish(text)
      let data = try wish.examples.dataSet()
      let (inputs, outputs) = (wish.layers[0], wish.layers.last ?? 0)
      guard data.x.rows == inputs, data.y.rows == outputs else {
        throw DeclarationFault(
          "\(wish.examples.generator.name) has inputs of \(data.x.rows) and "
            + "targets of \(data.y.rows), and this network takes \(inputs) "
            + "and gives \(outputs)",
          notes: [wish.examples.generator.sentence],
          remedy: "network \(data.x.rows) -> 8 tanh -> \(data.y.rows) "
            + (data.classes.isEmpty
              ? "identity" : data.y.rows == 1 ? "sigmoid" : "softmax")
            + " on \(wish.examples.generator.name)")
      }
      var values = try wish.description.initialWeights(seed: wish.examples.seed)
      (values["x"], values["y"]) = (data.x, data.y)
      var reply = open(
        file: wish.examples.generator.name, wish.description, values)
      guard !reply.failed else { return reply }
      reply.text = StyledText.stacked(
        [
          reply.text, board.prose(StyledText(wish.examples.generator.sentence)),
          board.prose(
            StyledText("train", .typed) + " lets it learn; "
              + StyledText("help plot", .typed)
              + " has the pictures of what it knows."),
        ])
      return reply
    } catch let fault as DeclarationFault {
      return failure(fault.diagnostic)
    } catch let fault as ShapeError {
      return failure(
        Diagnostic(
          fault.headline, remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
    } catch {
      return failure(diagnostic(error, source: text))
    }
  }

  /// `examples circles 200`: other examples for the network of this bench.
  mutating func takeExamples(_ text: String) -> Reply {
    guard !text.isEmpty else { return Reply(table(ExamplesWish.rows)) }
    guard let live, var sheet = bench?.sheet else {
      return failure(
        Diagnostic(
          "the examples of a lesson are its own",
          notes: ["a bench of your own takes others"],
          remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
    }
    let givens = live.worksheet.givens
    guard let input = givens.first(where: { $0.role == .input })?.name,
      let target = givens.first(where: { $0.role == .target })?.name
    else {
      return failure(
        Diagnostic(
          "this bench has no input and target for examples",
          remedy: "network 2 -> 3 tanh -> 1 sigmoid on xor"))
    }
    let data: DataSet
    do throws(DeclarationFault) {
      data = try ExamplesWish(text).dataSet()
    } catch {
      return failure(error.diagnostic)
    }
    guard live.value(of: input)?.rows == data.x.rows,
      live.value(of: target)?.rows == data.y.rows
    else {
      return failure(
        Diagnostic(
          "these examples have inputs of \(data.x.rows) and targets of "
            + "\(data.y.rows), and this network takes others",
          remedy: "network \(data.x.rows) -> 8 tanh -> \(data.y.rows) "
            + (data.y.rows == 1 ? "sigmoid" : "softmax") + " on \(text)"))
    }
    sheet.set(input, to: data.x)
    sheet.set(target, to: data.y)
    return take(sheet, deed: "examples \(text)", from: text) { session in
      Reply(
        session.board.prose(
          StyledText(
            "\(data.count) examples: \(data.source). undo takes them back.")))
    }
  }
}
