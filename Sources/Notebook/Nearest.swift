/// The one of `candidates` that `word` is most likely a slip of, or nil where none is close.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let best =
    candidates
    .map { (candidate: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= max(1, best.candidate.count / 2) else { return nil }
  return best.candidate
}

/// The least number of letters to insert, delete, replace or swap with a neighbour that turns one
/// word into the other (optimal string alignment).
private func editDistance(_ lhs: String, _ rhs: String) -> Int {
  let lhs = Array(lhs)
  let rhs = Array(rhs)
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
