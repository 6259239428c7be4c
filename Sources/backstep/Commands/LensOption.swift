import Algebra
import ArgumentParser
import Presentation

/// The notation that a command shows and takes.
struct LensOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The book's notation to show and type; lens in the tutor lists them.",
      valueName: "name"),
    completion: .list(Lens.all.map(\.name)))
  var lens: String?

  /// The lens that was asked for, if one was.
  var chosen: Lens? { lens.flatMap(Lens.named) }

  func validate() throws {
    guard let lens, Lens.named(lens) == nil else { return }
    let names = Lens.all.map(\.name)
    let nearest = NearestName.nearest(to: lens, among: names)
    throw ValidationError(
      "there is no lens \(lens)"
        + (nearest.map { ": do you mean \($0)?" }
          ?? ": there are \(names.joined(separator: ", "))"))
  }
}
