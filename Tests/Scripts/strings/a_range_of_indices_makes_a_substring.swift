let path = "usr/local/bin"
let from = path.index(path.startIndex, offsetBy: 4)
let to = path.index(from, offsetBy: 5)
let middle = path[from..<to]
print(middle, middle.count)
let kept = String(middle)
print(kept.uppercased(), type(of: middle), type(of: kept))
