extension LaTeXText {
  /// Letters of European languages, each with the accent put on it.
  static let latin: [Character: String] = {
    var letters = ligatures
    for (accent, pairs) in accents {
      for pair in pairs.split(separator: " ") {
        guard let base = pair.first, let letter = pair.last else { continue }
        let bare = base == "i" ? "{\\i}" : "{\(base)}"
        letters[letter] = "{\(accent)\(bare)}"
      }
    }
    return letters
  }()

  private static let accents: [(String, String)] = [
    ("\\'", "aá eé ií oó uú yý AÁ EÉ IÍ OÓ UÚ YÝ cć nń sś zź CĆ NŃ SŚ ZŹ"),
    ("\\`", "aà eè iì oò uù AÀ EÈ IÌ OÒ UÙ"),
    ("\\^", "eê iî oô uû AÂ EÊ IÎ OÔ UÛ"),
    ("\\\"", "aä eë iï oö uü yÿ AÄ EË IÏ OÖ UÜ"),
    ("\\~", "nñ oõ AÃ NÑ OÕ"),
    ("\\v", "cč dď eě nň rř sš tť zž CČ DĎ EĚ NŇ RŘ SŠ TŤ ZŽ"),
    ("\\c", "cç sş tţ CÇ SŞ TŢ"),
    ("\\u", "aă gğ AĂ GĞ"),
    ("\\H", "oő uű OŐ UŰ"),
    ("\\=", "aā eē iī oō uū AĀ EĒ IĪ OŌ UŪ"),
    ("\\.", "zż IİZŻ eė"),
    ("\\r", "uů UŮ"),
  ]

  private static let ligatures: [Character: String] = [
    "å": "{\\aa}", "Å": "{\\AA}", "æ": "{\\ae}", "Æ": "{\\AE}", "œ": "{\\oe}",
    "Œ": "{\\OE}", "ø": "{\\o}", "Ø": "{\\O}", "ß": "{\\ss}", "ł": "{\\l}",
    "Ł": "{\\L}", "¡": "!`", "¿": "?`", "£": "{\\pounds}",
  ]
}
