// Six classic sorts on the same pseudo-random numbers.

struct Generator {
  var state: UInt64
  mutating func next(below limit: Int) -> Int {
    state = state &* 6364136223846793005 &+ 1442695040888963407
    return Int(state >> 33) % limit
  }
}

func bubbleSorted(_ input: [Int]) -> [Int] {
  var xs = input
  var swapped = true
  var end = xs.count
  while swapped {
    swapped = false
    for i in stride(from: 1, to: end, by: 1) where xs[i] < xs[i - 1] {
      xs.swapAt(i, i - 1)
      swapped = true
    }
    end -= 1
  }
  return xs
}

func selectionSorted(_ input: [Int]) -> [Int] {
  var xs = input
  for i in xs.indices {
    var smallest = i
    for j in (i + 1)..<max(i + 1, xs.count) where xs[j] < xs[smallest] {
      smallest = j
    }
    if smallest != i { xs.swapAt(i, smallest) }
  }
  return xs
}

func insertionSorted(_ input: [Int]) -> [Int] {
  var xs = input
  for i in xs.indices.dropFirst() {
    let value = xs[i]
    var j = i
    while j > 0, xs[j - 1] > value {
      xs[j] = xs[j - 1]
      j -= 1
    }
    xs[j] = value
  }
  return xs
}

func mergeSorted<T: Comparable>(_ xs: [T]) -> [T] {
  guard xs.count > 1 else { return xs }
  let middle = xs.count / 2
  let left = mergeSorted(Array(xs[..<middle]))
  let right = mergeSorted(Array(xs[middle...]))
  var merged: [T] = []
  merged.reserveCapacity(xs.count)
  var i = 0, j = 0
  while i < left.count && j < right.count {
    if left[i] <= right[j] {
      merged.append(left[i])
      i += 1
    } else {
      merged.append(right[j])
      j += 1
    }
  }
  return merged + left[i...] + right[j...]
}

func quickSort<T: Comparable>(_ xs: inout [T], _ low: Int, _ high: Int) {
  guard low < high else { return }
  let pivot = xs[(low + high) / 2]
  var i = low, j = high
  while i <= j {
    while xs[i] < pivot { i += 1 }
    while xs[j] > pivot { j -= 1 }
    if i <= j {
      xs.swapAt(i, j)
      i += 1
      j -= 1
    }
  }
  quickSort(&xs, low, j)
  quickSort(&xs, i, high)
}

func heapSorted(_ input: [Int]) -> [Int] {
  var xs = input
  func siftDown(from start: Int, to end: Int) {
    var root = start
    while 2 * root + 1 < end {
      var child = 2 * root + 1
      if child + 1 < end && xs[child] < xs[child + 1] { child += 1 }
      if xs[root] >= xs[child] { return }
      xs.swapAt(root, child)
      root = child
    }
  }
  for start in stride(from: xs.count / 2 - 1, through: 0, by: -1) {
    siftDown(from: start, to: xs.count)
  }
  for end in stride(from: xs.count - 1, to: 0, by: -1) {
    xs.swapAt(0, end)
    siftDown(from: 0, to: end)
  }
  return xs
}

var generator = Generator(state: 2024)
let numbers = (0..<60).map { _ in generator.next(below: 1000) }
let expected = numbers.sorted()
var quick = numbers
quickSort(&quick, 0, quick.count - 1)

let results: [(String, [Int])] = [
  ("bubble", bubbleSorted(numbers)),
  ("selection", selectionSorted(numbers)),
  ("insertion", insertionSorted(numbers)),
  ("merge", mergeSorted(numbers)),
  ("quick", quick),
  ("heap", heapSorted(numbers)),
]
print(numbers.prefix(8))
for (name, sorted) in results {
  print(name, sorted == expected ? "agrees" : "differs", sorted.prefix(5))
}
print(mergeSorted(["pear", "fig", "apple"]), bubbleSorted([]), heapSorted([1]))
