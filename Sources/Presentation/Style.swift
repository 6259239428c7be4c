/// What a piece of text means, never how it is coloured.
public enum Style: Hashable, Sendable, CaseIterable {
  case plain
  case heading
  case name
  case number
  case symbol
  case typed
  case changed
  case right
  case wrong
  case emphasis
  case dim
}
