/// What a run produced held to what is stored, cell by cell.
///
/// Text is compared word by word: words that are numbers with a fraction or an exponent may differ by
/// the cell's tolerance, all else is to be the same. Pictures are compared by their pixels.
public struct OutputComparison: Sendable {
  /// Where two runs differ.
  public struct Difference: Sendable, Equatable {
    /// The cell's name.
    public let cell: String
    /// What is different.
    public let kind: Kind
  }

  /// What is different about a cell.
  public enum Kind: Sendable, Equatable {
    /// Nothing is stored of it.
    case notStored
    /// It ended another way.
    case outcome(stored: Sidecar.Outcome, now: Sidecar.Outcome)
    /// There are more or fewer outputs.
    case outputCount(stored: Int, now: Int)
    /// Something else is shown in a place: a picture in the place of text.
    case shape(output: Int)
    /// A line reads otherwise, by its number in the output; nil where there is none any more.
    case line(Int, output: Int, stored: String?, now: String?)
    /// So great a part of a picture's pixels are others.
    case picture(output: Int, share: Double)
  }

  private let tolerance: Tolerance
  private let pixelDifference: @Sendable ([UInt8], [UInt8]) -> Double?

  /// A comparison.
  ///
  /// - Parameters:
  ///   - tolerance: how far numbers and pictures may be apart.
  ///   - pixelDifference: the share of pixels that differ between two pictures, from 0 to 1; nil where
  ///     they cannot be compared.
  public init(
    tolerance: Tolerance = .standard,
    pixelDifference: @escaping @Sendable ([UInt8], [UInt8]) -> Double?
  ) {
    self.tolerance = tolerance
    self.pixelDifference = pixelDifference
  }

  /// How what a cell produced now differs from what is stored, in order; empty where it does not.
  public func differences(
    of now: Sidecar.CellRecord, from stored: Sidecar.CellRecord?
  ) -> [Difference] {
    guard let stored else { return [Difference(cell: now.name, kind: .notStored)] }
    return kinds(now, stored).map { Difference(cell: now.name, kind: $0) }
  }

  private func kinds(_ now: Sidecar.CellRecord, _ stored: Sidecar.CellRecord) -> [Kind] {
    if now.outcome != stored.outcome {
      return [.outcome(stored: stored.outcome, now: now.outcome)]
    }
    guard case .part(let part) = tolerance else { return [] }
    let (new, old) = (Output.joined(now.outputs), Output.joined(stored.outputs))
    guard new.count == old.count else { return [.outputCount(stored: old.count, now: new.count)] }
    return zip(new, old).enumerated().flatMap { index, pair in
      kinds(pair.0, pair.1, output: index + 1, part)
    }
  }

  private func kinds(_ now: Output, _ stored: Output, output: Int, _ part: Double) -> [Kind] {
    switch (now, stored) {
    case (.stream(let a, let new), .stream(let b, let old)) where a == b:
      return lines(new, old, output: output, part)
    case (.displayData(let new), .displayData(let old)),
      (.executeResult(let new), .executeResult(let old)):
      return bundles(new, old, output: output, part)
    case (.error(let new), .error(let old)):
      return lines(
        "\(new.name): \(new.message)", "\(old.name): \(old.message)", output: output,
        part)
    default: return [.shape(output: output)]
    }
  }

  private func bundles(_ now: MediaBundle, _ stored: MediaBundle, output: Int, _ part: Double)
    -> [Kind]
  {
    var kinds: [Kind] = []
    // A picture that is not kept any more leaves its text behind.
    let isLost = now.representations.contains { new in
      guard case .data = new.content else { return false }
      return !stored.representations.contains { $0.mediaType == new.mediaType }
    }
    if isLost { return [.shape(output: output)] }
    // The text of a picture is for whoever cannot see it.
    let isPicture = stored.representations.contains {
      if case .data = $0.content { true } else { false }
    }
    for old in stored.representations {
      guard let new = now.representations.first(where: { $0.mediaType == old.mediaType }) else {
        return [.shape(output: output)]
      }
      switch (new.content, old.content) {
      case (.text(let new), .text(let old)) where !isPicture:
        kinds += lines(new, old, output: output, part)
      case (.data(let new), .data(let old)) where new != old:
        let share = pixelDifference(new, old) ?? 1
        if share > part { kinds.append(.picture(output: output, share: share)) }
      default: break
      }
    }
    return kinds
  }

  // MARK: - Text

  private func lines(_ now: String, _ stored: String, output: Int, _ part: Double) -> [Kind] {
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    var kinds: [Kind] = []
    for index in 0..<max(new.count, old.count) {
      let (a, b) = (
        new.indices.contains(index) ? new[index] : nil,
        old.indices.contains(index) ? old[index] : nil
      )
      if let a, let b, isAlike(a, b, part) { continue }
      kinds.append(
        .line(index + 1, output: output, stored: b.map(String.init), now: a.map(String.init)))
    }
    return kinds
  }

  /// Whether two lines are the same but for numbers that are near to each other.
  ///
  /// Numbers in columns have more blanks around them the shorter they are, which says nothing.
  private func isAlike(_ a: Substring, _ b: Substring, _ part: Double) -> Bool {
    if a == b { return true }
    let (words, others) = (NumberedText(a).parts, NumberedText(b).parts)
    guard words.count == others.count else { return false }
    return zip(words, others).allSatisfy { word, other in
      switch (word, other) {
      case (.text(let a), .text(let b)):
        words.count == 1 ? a == b : a.split(separator: " ") == b.split(separator: " ")
      case (.number(let a), .number(let b)):
        a == b || (a.isNaN && b.isNaN) || abs(a - b) <= part * max(abs(a), abs(b))
      default: false
      }
    }
  }
}
