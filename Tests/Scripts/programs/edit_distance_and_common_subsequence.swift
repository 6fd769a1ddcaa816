func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a), b = Array(b)
  var previous = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var current = [i + 1]
    for (j, y) in b.enumerated() {
      current.append(min(
        previous[j + 1] + 1,
        current[j] + 1,
        previous[j] + (x == y ? 0 : 1)))
    }
    previous = current
  }
  return previous[b.count]
}

enum Edit: Equatable {
  case keep(Character), insert(Character), delete(Character), replace(Character, with: Character)
}

func edits(from a: String, to b: String) -> [Edit] {
  let a = Array(a), b = Array(b)
  var cost = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count {
    for j in 0...b.count {
      if i == 0 || j == 0 { cost[i][j] = i + j; continue }
      let same = a[i - 1] == b[j - 1]
      cost[i][j] = min(cost[i - 1][j - 1] + (same ? 0 : 1), cost[i - 1][j] + 1, cost[i][j - 1] + 1)
    }
  }
  var result: [Edit] = [], i = a.count, j = b.count
  while i > 0 || j > 0 {
    if i > 0, j > 0, cost[i][j] == cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1) {
      i -= 1
      j -= 1
      result.append(a[i] == b[j] ? .keep(a[i]) : .replace(a[i], with: b[j]))
    } else if i > 0, cost[i][j] == cost[i - 1][j] + 1 {
      i -= 1
      result.append(.delete(a[i]))
    } else {
      j -= 1
      result.append(.insert(b[j]))
    }
  }
  return result.reversed()
}

func show(_ edit: Edit) -> String {
  switch edit {
  case .keep(let c): " \(c)"
  case .insert(let c): "+\(c)"
  case .delete(let c): "-\(c)"
  case let .replace(c, with: d): "\(c)>\(d)"
  }
}

func longestCommonSubsequence(_ a: [String], _ b: [String]) -> [String] {
  guard let x = a.first, let y = b.first else { return [] }
  if x == y {
    return [x] + longestCommonSubsequence(Array(a.dropFirst()), Array(b.dropFirst()))
  }
  let left = longestCommonSubsequence(Array(a.dropFirst()), b)
  let right = longestCommonSubsequence(a, Array(b.dropFirst()))
  return left.count >= right.count ? left : right
}

for (a, b) in [("kitten", "sitting"), ("flaw", "lawn"), ("", "abc"), ("same", "same"), ("intention", "execution")] {
  let list = edits(from: a, to: b)
  print(a, b, editDistance(a, b), list.map(show).joined(separator: " "))
  let changes = list.filter { if case .keep = $0 { false } else { true } }
  if changes.count != editDistance(a, b) { print("disagree!") }
}
let words = ["print", "point", "sprint", "paint", "grant"]
func suggestion(for typo: String) -> String? {
  words.map { ($0, editDistance($0, typo)) }.filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
}
print(suggestion(for: "pritn") ?? "none", suggestion(for: "grnt") ?? "none", suggestion(for: "xyzzy") ?? "none")
let old = "the quick brown fox jumps".split(separator: " ").map(String.init)
let new = "the brown lazy fox naps".split(separator: " ").map(String.init)
print(longestCommonSubsequence(old, new))
