import Algebra
import Matrices
import Presentation

extension Session {
  /// A `plot` fence of the lesson.
  func picture(_ plot: PlotDescription) -> StyledText {
    StyledText()
  }

  func plot(_ text: String) -> Reply { wants(.plot) }

  /// What was found of the equalities of a derivation.
  func footer(_ line: DerivationLine) -> StyledText { StyledText() }
}
