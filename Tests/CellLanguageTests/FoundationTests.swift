import CellLanguage
import Foundation
import Testing

/// What a cell prints.
private func printed(_ source: String) -> String {
  let console = Recorder()
  let result = CellRunner().run(source, from: CellState(), console: console)
  return result.failure.map { "\($0)" } ?? console.text
}

/// Cells have some of Foundation without its library: that is asked here what they should answer.
@Suite struct `Foundation in cells` {
  static let sets: [(name: String, set: CharacterSet)] = [
    ("whitespaces", .whitespaces), ("whitespacesAndNewlines", .whitespacesAndNewlines),
    ("newlines", .newlines), ("punctuationCharacters", .punctuationCharacters),
    ("decimalDigits", .decimalDigits), ("letters", .letters), ("alphanumerics", .alphanumerics),
    ("uppercaseLetters", .uppercaseLetters), ("lowercaseLetters", .lowercaseLetters),
  ]

  @Test(arguments: sets.indices)
  func `knows the same characters of a set, up to those that Unicode has added`(index: Int) {
    let (name, set) = Self.sets[index]
    let scalars = (0..<0x3000).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
      // One letter has moved to another category.
      ($0.properties.age ?? (99, 0)).major <= 12 && $0.value != 0x295
    }
    let text = String(String.UnicodeScalarView(scalars))

    let expected = scalars.filter { set.contains($0) }.map { String($0.value) }

    let answer = printed(
      """
      var found: [String] = []
      for scalar in \(text.debugDescription).unicodeScalars {
        if CharacterSet.\(name).contains(scalar) { found.append("\\(scalar.value)") }
      }
      print(found.joined(separator: " "))
      """)
    #expect(answer == expected.joined(separator: " ") + "\n")
  }

  @Test(arguments: [
    "  hi \n", "", "\t", "a b", "..a.b..", "\u{200B}x\u{A0}", "x\r\ny", "e\u{301} ", "42x42",
  ])
  func `trims and takes texts apart at members of a set`(text: String) {
    for (name, set) in Self.sets + [("letters.inverted", CharacterSet.letters.inverted)] {
      let answer = printed(
        """
        let text = \(text.debugDescription)
        print(text.trimmingCharacters(in: CharacterSet.\(name)).debugDescription)
        print(text.components(separatedBy: CharacterSet.\(name)))
        """)
      let trimmed = text.trimmingCharacters(in: set).debugDescription
      #expect(answer == "\(trimmed)\n\(text.components(separatedBy: set))\n")
    }
  }

  @Test(arguments: [
    ("aXbXc", "X", "-"), ("a\r\nb\nc", "\n", "|"), ("a\r\nb", "\r", "|"), ("aaa", "aa", "b"),
    ("e\u{301}e", "e", "x"), ("\u{E4}\u{F6}", "a\u{308}", "x"), ("abc", "", "x"), ("", "a", "b"),
    ("a\r\nb", "\r\n", ""), ("one two", "two", "three"),
  ])
  func `replaces the same occurrences`(text: String, wanted: String, other: String) {
    let answer = printed(
      """
      print(\(text.debugDescription).replacingOccurrences(
        of: \(wanted.debugDescription), with: \(other.debugDescription)).debugDescription)
      """)
    #expect(
      answer == text.replacingOccurrences(of: wanted, with: other).debugDescription + "\n")
  }

  @Test(arguments: [
    ("abc", 5, "12", 0), ("abc", 6, "12", 1), ("abc", 2, "", 0), ("abc", 0, "x", 0),
    ("", 3, "\u{E4}", 0),
  ])
  func `pads and cuts to a length`(text: String, length: Int, pad: String, start: Int) {
    let answer = printed(
      """
      print(\(text.debugDescription).padding(
        toLength: \(length), withPad: \(pad.debugDescription), startingAt: \(start)))
      """)
    #expect(answer == text.padding(toLength: length, withPad: pad, startingAt: start) + "\n")
  }

  @Test(arguments: [
    "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%x", "%X", "%#x", "%o", "%u", "%08.3d",
  ])
  func `formats whole numbers as C does`(format: String) {
    for number in [0, 42, -7, Int.max, Int.min] {
      let spelled = format.replacingOccurrences(of: "d", with: "ld")
        .replacingOccurrences(of: "x", with: "lx").replacingOccurrences(of: "X", with: "lX")
        .replacingOccurrences(of: "o", with: "lo").replacingOccurrences(of: "u", with: "lu")
      #expect(
        printed("print(String(format: \"\(format)\", \(number)))")
          == String(format: spelled, number) + "\n")
    }
  }

  @Test(arguments: [
    "%f", "%.2f", "%8.3f|", "%-8.1f|", "%+.1e", "%g", "%G", "%010.4f", "%.0f", "%#.0f", "%a",
    "%.60f", "%E",
  ])
  func `formats other numbers as C does`(format: String) {
    for number in [0.0, -0.5, 3.14159, 1e300, 1e-300] {
      #expect(
        printed("print(String(format: \"\(format)\", \(number)))")
          == String(format: format, number) + "\n")
    }
    #expect(
      printed("print(String(format: \"\(format)\", Double.infinity))")
        == String(format: format, Double.infinity) + "\n")
  }

  @Test(arguments: [
    "hello world", "o'neil's", "x-ray 123abc", "\u{DF} stra\u{DF}e", "\u{E9}lan VITAL",
  ])
  func `capitalizes the same letters`(text: String) {
    #expect(printed("print(\(text.debugDescription).capitalized)") == text.capitalized + "\n")
  }
}
