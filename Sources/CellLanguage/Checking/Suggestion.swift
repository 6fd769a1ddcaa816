extension Compiler {
  /// `; did you mean 'x'?` when a known name is near; else nothing.
  func suggestion(for name: String, among names: [String]) -> String {
    guard let near = nearest(to: name, among: names) else { return "" }
    return "; did you mean '\(near)'?"
  }

  /// The known name with the fewest changes, at most a third of its length.
  func nearest(to name: String, among names: [String]) -> String? {
    guard name.count > 2 else { return nil }
    let limit = max(1, (name.count + 1) / 3)
    var best: (name: String, distance: Int)?
    for candidate in names where abs(candidate.count - name.count) <= limit && candidate != name {
      let distance = editDistance(name, candidate)
      if distance <= limit, (distance, candidate) < (best?.distance ?? .max, best?.name ?? "") {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// How many letters must be added, removed, replaced or swapped with their neighbour.
  private func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased())
    let b = Array(b.lowercased())
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, before[j - 2] + 1)
        }
        row.append(best)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }
}
