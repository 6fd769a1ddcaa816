let pairs = [(1, 0), (0, 1), (2, 5)]
print(pairs.map { a, b -> [Int] in [a, b] }.map { $0.count })
print(pairs.map { a, b -> [Int] in [a, b] }.reduce(into: [Int]()) { all, part in all += part })
let sums = zip([1, 2], [3, 4]).map { a, b -> [Int] in
  let sum = a + b
  return [sum, sum * 2]
}
print(sums[0].count, sums)
struct Point { var x: Int }
let points = ["k": 2].map { key, value -> Point in Point(x: value) }
print(points.map { $0.x }, points[0].x, points.reduce(0) { $0 + $1.x })
let found = [(1, 0), (0, 1)].compactMap { row, column -> Set<Int>? in
  let (a, b) = (row + 1, column + 1)
  return a > b ? Set([a, b]).union([9]) : nil
}.reduce(into: Set<Int>()) { all, part in all.formUnion(part) }
print(found.sorted())
print([(1, "a")].map { (n, s) -> String in s + "\(n)" }.joined())
