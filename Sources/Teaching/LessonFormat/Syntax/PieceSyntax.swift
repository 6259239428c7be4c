/// What one Enter shows, or one line of it does, as it is written.
public enum PieceSyntax: Hashable, Sendable {
  case paragraph(Prose)
  case derivation(DerivationSyntax)
  case derive([DeriveLineSyntax])
  case show([StatementSyntax])
  case plot(PlotSyntax)
  case set([StatementSyntax])
  case run([SourceText])
  case ask(QuestionSyntax)
  case network(NetworkSyntax)
  case worksheet([WorksheetLineSyntax])
  case refuted(RefutedSyntax)
  case published(PublishedSyntax)
  case compare(CompareSyntax)
}
