import Presentation

/// Finds the known name that a mistyped word of a lesson was meant for.
///
/// A long word is no slip of a short name, and may be all of a hostile file.
func nearestName(to word: String, among names: [String]) -> String? {
  word.count <= 24 ? NearestName.nearest(to: word, among: names) : nil
}
