struct Item {
  let name: String, weight: Int, value: Int
}

func pack(_ items: [Item], capacity: Int) -> (value: Int, chosen: [Item]) {
  var best = [[Int]](repeating: [Int](repeating: 0, count: capacity + 1), count: items.count + 1)
  for (i, item) in items.enumerated() {
    for room in 0...capacity {
      best[i + 1][room] = best[i][room]
      if item.weight <= room {
        best[i + 1][room] = max(best[i][room], best[i][room - item.weight] + item.value)
      }
    }
  }
  var chosen: [Item] = [], room = capacity
  for i in items.indices.reversed() where best[i + 1][room] != best[i][room] {
    chosen.append(items[i])
    room -= items[i].weight
  }
  return (best[items.count][capacity], chosen.reversed())
}

func fewestCoins(_ amount: Int, _ coins: [Int]) -> [Int]? {
  var count = [Int?](repeating: nil, count: amount + 1)
  var last = [Int](repeating: 0, count: amount + 1)
  count[0] = 0
  for sum in stride(from: 1, through: amount, by: 1) {
    for coin in coins where coin <= sum {
      guard let before = count[sum - coin] else { continue }
      if count[sum] == nil || before + 1 < count[sum]! {
        count[sum] = before + 1
        last[sum] = coin
      }
    }
  }
  guard count[amount] != nil else { return nil }
  var result: [Int] = [], rest = amount
  while rest > 0 {
    result.append(last[rest])
    rest -= last[rest]
  }
  return result
}

func waysToChange(_ amount: Int, _ coins: [Int]) -> Int {
  var ways = [1] + [Int](repeating: 0, count: amount)
  for coin in coins {
    for sum in stride(from: coin, through: amount, by: 1) { ways[sum] += ways[sum - coin] }
  }
  return ways[amount]
}

func longestIncreasing(_ xs: [Int]) -> [Int] {
  var best: [[Int]] = []
  for x in xs {
    let before = best.filter { $0.last! < x }.max { $0.count < $1.count } ?? []
    best.append(before + [x])
  }
  return best.max { $0.count < $1.count } ?? []
}

let items = [
  Item(name: "map", weight: 9, value: 150), Item(name: "compass", weight: 13, value: 35),
  Item(name: "water", weight: 153, value: 200), Item(name: "sandwich", weight: 50, value: 160),
  Item(name: "tin", weight: 68, value: 45), Item(name: "banana", weight: 27, value: 60),
  Item(name: "camera", weight: 32, value: 30),
]
for capacity in [0, 60, 120, 250] {
  let (value, chosen) = pack(items, capacity: capacity)
  print(capacity, value, chosen.map(\.name))
}
print(fewestCoins(63, [1, 5, 10, 21, 25]) ?? [], fewestCoins(7, [5, 3]) as Any, fewestCoins(0, [1]) ?? [9])
print(waysToChange(100, [1, 5, 10, 25, 50]))
print(longestIncreasing([3, 1, 8, 2, 5, 9, 4, 6, 7]))
