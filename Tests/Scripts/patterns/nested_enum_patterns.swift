indirect enum Tree { case leaf(Int), node(Tree, Tree) }
let tree = Tree.node(.leaf(1), .node(.leaf(2), .leaf(3)))
switch tree {
case .node(.leaf(let left), .node(_, .leaf(let right))): print(left, right)
default: print("other")
}
func sum(_ t: Tree) -> Int {
  switch t {
  case let .leaf(n): return n
  case let .node(a, b): return sum(a) + sum(b)
  }
}
print(sum(tree))
