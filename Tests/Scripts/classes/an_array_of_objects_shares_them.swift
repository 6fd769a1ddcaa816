class Node { var value: Int; init(_ v: Int) { value = v } }
let nodes = [Node(1), Node(2)]
let copy = nodes
copy[0].value = 100
print(nodes.map(\.value))
for node in nodes { node.value *= 2 }
print(copy.map { $0.value })
