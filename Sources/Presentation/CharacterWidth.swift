/// How many cells of a terminal a character takes.
///
/// The table is our own and short: what the C library answers differs from
/// system to system and is often years old. Characters whose width depends
/// on the terminal (`δ`, `─`, `×`: East Asian *ambiguous*) count as one cell.
public enum CharacterWidth {
  /// Returns the cells that a character takes: 0 for a mark that joins the
  /// character before it and for control characters, 2 for the wide
  /// characters of East Asia and emoji, else 1.
  public static func cells(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      // A variation selector 16 asks for the emoji form of a narrow sign.
      if scalar == "\u{FE0F}" { return 2 }
      widest = max(widest, cells(of: scalar))
    }
    return widest
  }

  static func cells(of scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    if isWithoutWidth(scalar.value) || isJoining(scalar) { return 0 }
    return isWide(scalar.value) ? 2 : 1
  }

  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: true
    default: false
    }
  }

  /// Vowels and finals of Hangul that join the syllable before them, and
  /// spaces without width.
  private static func isWithoutWidth(_ value: UInt32) -> Bool {
    switch value {
    case 0x1160...0x11FF, 0x200B...0x200F, 0x2028...0x202E, 0xFEFF:
      true
    default: false
    }
  }

  /// Blocks whose characters take two cells.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC,
      0x23F0, 0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F,
      0x2693, 0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE,
      0x26D4, 0x26EA, 0x26F2...0x26F3, 0x26F5, 0x26FA, 0x26FD, 0x2705,
      0x270A...0x270B, 0x2728, 0x274C, 0x274E, 0x2753...0x2755, 0x2757,
      0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B...0x2B1C, 0x2B50, 0x2B55,
      0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FF, 0x1F004, 0x1F0CF,
      0x1F18E, 0x1F191...0x1F19A, 0x1F1E6...0x1F202, 0x1F210...0x1F23B,
      0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB,
      0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// The cells of a terminal that this text takes, without line feeds.
  public var cells: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + CharacterWidth.cells(of: $1) }
  }
}
