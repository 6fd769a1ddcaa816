/// The one of `candidates` that `word` is most likely a slip of, or nil where none is close: at most
/// a third of the letters are wrong, whatever their case.
///
///     nearest(to: "eco", among: ["echo", "eval"])   → "echo"
package func nearest(to word: String, among candidates: [String]) -> String? {
  // Of a word of two letters everything is half right.
  guard word.count > 2 else { return nil }
  let limit = (word.count + 1) / 3
  let letters = Array(word.lowercased())
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where abs(candidate.count - word.count) <= limit && candidate != word
  {
    let distance = editDistance(letters, Array(candidate.lowercased()))
    guard distance <= limit else { continue }
    if let best, best <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// Asks whether a name was meant: `; did you mean 'echo'?`.
package func suggestion(of name: String) -> String { "; did you mean '\(name)'?" }

/// The least number of letters to insert, delete, replace or swap with a neighbour that turns one
/// word into the other (optimal string alignment).
private func editDistance(_ lhs: [Character], _ rhs: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...rhs.count)
  for i in lhs.indices {
    var row = [i + 1]
    for j in rhs.indices {
      var cost = min(
        previous[j + 1] + 1, row[j] + 1, previous[j] + (lhs[i] == rhs[j] ? 0 : 1))
      if i > 0, j > 0, lhs[i] == rhs[j - 1], lhs[i - 1] == rhs[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      row.append(cost)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[rhs.count]
}
