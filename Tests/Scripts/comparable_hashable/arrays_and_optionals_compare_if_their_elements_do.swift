print([[1, 2], [3]] == [[1, 2], [3]], [1: ["a"]] == [1: ["a"]])
print(Optional([1]) == [1], Set([[1], [2], [1]]).count)
let seen: [[Int]: String] = [[1, 2]: "x"]
print(seen[[1, 2]]!, seen[[2, 1]] as Any)
