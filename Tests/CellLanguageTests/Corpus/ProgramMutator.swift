/// Makes programs that nobody would write out of ones that somebody did.
struct ProgramMutator {
  private var state: UInt64
  private let programs: [String]

  /// The same seed makes the same programs.
  init(seed: UInt64, programs: [String]) {
    state = seed
    self.programs = programs
  }

  /// The next program: one of the corpus with a few changes.
  mutating func next() -> String {
    var words = ProgramMutator.words(of: programs[below(programs.count)])
    for _ in 0...below(4) where !words.isEmpty { change(&words) }
    return words.joined()
  }

  private mutating func change(_ words: inout [Substring]) {
    let place = below(words.count)
    switch below(9) {
    case 0: words.remove(at: place)
    case 1: words.removeSubrange(place..<min(place + 1 + below(12), words.count))
    case 2: words.insert(words[place], at: place)
    case 3: words.swapAt(place, below(words.count))
    case 4: words[place] = ProgramMutator.odd[below(ProgramMutator.odd.count)]
    case 5: words.insert(ProgramMutator.odd[below(ProgramMutator.odd.count)], at: place)
    case 6: words[place] = words[below(words.count)]
    case 7:
      // A stretch of another program.
      let other = ProgramMutator.words(of: programs[below(programs.count)])
      guard !other.isEmpty else { return }
      let start = below(other.count)
      words.insert(contentsOf: other[start..<min(start + 1 + below(20), other.count)], at: place)
    default:
      let end = min(place + 1 + below(10), words.count)
      words.insert(contentsOf: words[place..<end], at: end)
    }
  }

  /// What breaks things: brackets, limits of integers, keywords in the wrong place.
  private static let odd: [Substring] = [
    "(", ")", "{", "}", "[", "]", "<", ">", ",", ":", ".", "?", "!", "&", "=", "->", "...", "..<",
    "_",
    "$0", "\\(", "\"", "#", "@", "0", "-1", "9223372036854775807", "18446744073709551615", "1e400",
    "nil", "self", "Self", "super", "init", "let ", "var ", "func ", "class ", "struct ", "enum ",
    "protocol ", "extension ", "case ", "default:", "switch ", "if ", "else ", "guard ", "for ",
    "while ", "repeat ", "return ", "break", "continue", "throw ", "try ", "try? ", "try! ",
    "catch ",
    "defer ", "do ", "in ", "is ", "as ", "as! ", "as? ", "inout ", "static ", "mutating ", "lazy ",
    "weak ", "indirect ", "override ", "where ", "some ", "any ", "Int", "String", "Double", "Any",
    "Never", "Void", "[Int]", "Int?", "[:]", "[]", "()", "{ $0 }", "é", "\u{301}", "\0", "//", "/*",
    "\n",
  ]

  /// Names, numbers and single signs, with the blanks after them.
  private static func words(of text: String) -> [Substring] {
    var result: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let word =
        first.isLetter || first.isNumber || first == "_"
        ? rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" } : rest.prefix(1)
      let blanks = rest[word.endIndex...].prefix { $0 == " " }
      result.append(rest[word.startIndex..<blanks.endIndex])
      rest = rest[blanks.endIndex...]
    }
    return result
  }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
  }
}
