indirect enum Tree {
  case leaf(Character, Int)
  case node(Tree, Tree, Int)

  var weight: Int {
    switch self {
    case .leaf(_, let w), .node(_, _, let w): return w
    }
  }

  var smallest: Character {
    switch self {
    case .leaf(let c, _): return c
    case .node(let l, let r, _): return min(l.smallest, r.smallest)
    }
  }
}

func buildTree(_ text: String) -> Tree? {
  var counts: [Character: Int] = [:]
  for c in text { counts[c, default: 0] += 1 }
  var forest = counts.map { Tree.leaf($0.key, $0.value) }
  func order(_ a: Tree, _ b: Tree) -> Bool {
    a.weight != b.weight ? a.weight < b.weight : a.smallest < b.smallest
  }
  forest.sort(by: order)
  while forest.count > 1 {
    let a = forest.removeFirst(), b = forest.removeFirst()
    let joined = Tree.node(a, b, a.weight + b.weight)
    let place = forest.firstIndex { order(joined, $0) } ?? forest.endIndex
    forest.insert(joined, at: place)
  }
  return forest.first
}

func codes(_ tree: Tree, prefix: String = "") -> [Character: String] {
  switch tree {
  case .leaf(let c, _): return [c: prefix.isEmpty ? "0" : prefix]
  case .node(let left, let right, _):
    return codes(left, prefix: prefix + "0").merging(codes(right, prefix: prefix + "1")) { a, _ in a }
  }
}

func decode(_ bits: String, with tree: Tree) -> String {
  var out = "", current = tree
  for bit in bits {
    if case .node(let left, let right, _) = current { current = bit == "0" ? left : right }
    if case .leaf(let c, _) = current {
      out.append(c)
      current = tree
    }
  }
  return out
}

let message = "she sells sea shells by the sea shore"
if let tree = buildTree(message) {
  let table = codes(tree)
  for (c, code) in table.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
    print(c == " " ? "space" : String(c), code)
  }
  let bits = message.map { table[$0]! }.joined()
  print(bits.count, "bits instead of", message.count * 8)
  print(bits.prefix(24))
  print(decode(bits, with: tree) == message, tree.weight)
  let all = Array(table.values)
  var prefixFree = true
  for a in all { for b in all where a != b && b.hasPrefix(a) { prefixFree = false } }
  print("prefix-free:", prefixFree)
}
print(buildTree("") == nil)
