import Notebook
import NotebookSession
import Testing

/// Whatever one does to a session, its state is that of running the file as it now is from the top to
/// where the session stands.
@Suite struct SessionPropertyTests {
  /// A notebook that an editor changes: each cell is a word, which running it adds to the state.
  private struct File {
    var words: [String]
    /// What the first cell, a parameter, is set to.
    var setting: String?
    private var count = 0

    init(_ count: Int, using generator: inout SeededNumbers) {
      words = []
      for _ in 0..<count { words.append(makeWord(using: &generator)) }
    }

    /// A word that no other cell has, or one of those that fail, stop, or are left out.
    mutating func makeWord(using generator: inout SeededNumbers) -> String {
      count += 1
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: return "fail"
      case 1: return "stop"
      case 2: return "//| eval: false\nleft\(count)"
      case 3: return "//| error: true\nfail"
      case 4: return "//| id: id\(count)\nw\(count)"
      default: return "w\(count)"
      }
    }

    /// The words with the parameter set.
    var wordsAsSet: [String] {
      var words = self.words
      if let setting, !words.isEmpty { words[0] = setting }
      return words
    }

    var document: NotebookDocument { FakeLanguage.document(wordsAsSet) }

    /// What the first cells leave; nil where one of them does not do what it should.
    func state(after cellCount: Int) -> [String]? {
      var state: [String] = []
      for cell in document.cells.prefix(cellCount) {
        let word = cell.source.split(separator: "\n").last.map(String.init) ?? ""
        if cell.options.isSkipped { continue }
        guard word != "stop", (word == "fail") == cell.options.error else { return nil }
        state.append(word)
      }
      return state
    }
  }

  @Test(arguments: 0..<200)
  func `Any hundred operations end in the values of a run from the top`(seed: Int) throws {
    var generator = SeededNumbers(seed: UInt64(seed))
    var file = File(Int.random(in: 0...8, using: &generator), using: &generator)
    var language = FakeLanguage()
    language.session = Session(document: file.document, initial: [])
    var hasTypedLine = false
    for _ in 0..<100 {
      let cellCount = language.session.cells.count
      let place = Int.random(in: -1...(cellCount + 1), using: &generator)
      var isLine = false
      switch Int.random(in: 0..<14, using: &generator) {
      case 0...2: _ = try? language.perform(.run(.next))
      case 3: _ = try? language.perform(.run(.all))
      case 4: _ = try? language.perform(.run(.anew))
      case 5: if place < cellCount { _ = try? language.perform(.run(.through(place))) }
      case 6, 7: _ = try? language.perform(.go(to: place))
      case 8: _ = try? language.perform(.skip)
      case 9, 10:
        edit(&file, using: &generator)
        try language.perform(.replaceDocument(file.document))
      case 11:
        file.setting = Bool.random(using: &generator) ? "set" : nil
        try language.perform(.replaceDocument(file.document))
      case 12: try language.perform(.forgetLines)
      default:
        try language.perform(.runLine("line"))
        isLine = true
      }
      hasTypedLine = isLine || (hasTypedLine && language.session.current.last == "line")
      try check(language.session, file, hasTypedLine: hasTypedLine)
    }
  }

  /// Changes, adds, takes away or swaps cells, or changes one back to what it was.
  private func edit(_ file: inout File, using generator: inout SeededNumbers) {
    let count = file.words.count
    guard count > 0 else { return file.words.append(file.makeWord(using: &generator)) }
    let place = Int.random(in: 0..<count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: file.words[place] = file.makeWord(using: &generator)
    case 1: file.words.insert(file.makeWord(using: &generator), at: place)
    case 2: file.words.remove(at: place)
    default: file.words.swapAt(place, Int.random(in: 0..<count, using: &generator))
    }
  }

  private func check(
    _ session: Session<[String]>, _ file: File, hasTypedLine: Bool
  ) throws {
    #expect(session.document == file.document)
    #expect(session.cells.count == file.words.count)
    // Whoever skips a cell by hand wants its state without it.
    let skipped = session.cells.prefix(session.position).enumerated().filter {
      $0.element.record?.outcome == .skipped
        && !file.document.cells[$0.offset].options.isSkipped
    }.map(\.offset)
    var expected: [String] = []
    for (index, cell) in file.document.cells.prefix(session.position).enumerated() {
      let word = cell.source.split(separator: "\n").last.map(String.init) ?? ""
      if !cell.options.isSkipped, !skipped.contains(index) { expected.append(word) }
    }
    let before = session.snapshot(before: session.position)
    #expect(before == expected)
    #expect(session.frontier >= session.position)
    if skipped.isEmpty { #expect(file.state(after: session.position) == expected) }
    for status in session.cells.prefix(session.position) { #expect(!status.isStale) }
    // What an entry or a failed cell left to look at comes after it.
    #expect(Array(session.current.prefix(expected.count)) == expected)
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
