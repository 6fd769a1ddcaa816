struct RingBuffer<Element> {
  private var storage: [Element?]
  private var start = 0
  private(set) var count = 0

  init(capacity: Int) { storage = Array(repeating: nil, count: capacity) }

  var capacity: Int { storage.count }
  var isFull: Bool { count == capacity }

  mutating func append(_ element: Element) -> Element? {
    let end = (start + count) % capacity
    let replaced = isFull ? storage[start] : nil
    storage[end] = element
    if isFull { start = (start + 1) % capacity } else { count += 1 }
    return replaced
  }

  mutating func popFirst() -> Element? {
    guard count > 0 else { return nil }
    defer {
      storage[start] = nil
      start = (start + 1) % capacity
      count -= 1
    }
    return storage[start]
  }

  subscript(index: Int) -> Element {
    precondition(index < count, "out of the buffer")
    return storage[(start + index) % capacity]!
  }
}

extension RingBuffer: Sequence {
  func makeIterator() -> AnyIterator<Element> {
    var index = 0
    return AnyIterator {
      guard index < count else { return nil }
      defer { index += 1 }
      return self[index]
    }
  }
}

struct MovingAverage {
  private var window: RingBuffer<Double>
  private var sum = 0.0
  init(window: Int) { self.window = RingBuffer(capacity: window) }
  mutating func add(_ value: Double) -> Double {
    sum += value
    if let old = window.append(value) { sum -= old }
    return sum / Double(window.count)
  }
}

var buffer = RingBuffer<Character>(capacity: 3)
for letter in "abcde" {
  let replaced = buffer.append(letter)
  print(letter, replaced.map { "pushed out \($0)" } ?? "fitted", String(Array(buffer)))
}
print(buffer.popFirst()!, buffer.count, buffer[0], buffer.isFull)
print(String(buffer.map { $0 }), buffer.popFirst()!, buffer.popFirst()!, buffer.popFirst() as Any)

var average = MovingAverage(window: 4)
let readings = [10.0, 12, 8, 14, 20, 6, 6, 8]
let smooth = readings.map { average.add($0) }
print(smooth)
for (raw, value) in zip(readings, smooth) {
  print(String(repeating: "#", count: Int(raw)), "|", String(repeating: "=", count: Int(value.rounded())))
}
let differences = zip(smooth, smooth.dropFirst()).map { $1 - $0 }
print(differences.filter { $0 > 0 }.count, "rises", differences.min()!)
