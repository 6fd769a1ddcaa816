/// A PNG picture read back: enough of the format for what gnuplot writes, and a second opinion on it.
struct PNGPicture {
  let width: Int
  let height: Int
  /// Red, green and blue of each pixel.
  private let bytes: [UInt8]
  private let channels: Int

  /// Reads a picture of eight bits a channel without interlacing; `nil` for any other.
  init?(_ png: [UInt8]) {
    func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard png.count > 33, png[24] == 8, [2, 6].contains(png[25]), png[28] == 0 else { return nil }
    let (width, height) = (number(16), number(20))
    let channels = png[25] == 2 ? 3 : 4
    var packed: [UInt8] = []
    var place = 8
    while place + 8 <= png.count {
      let count = number(place)
      if png[place + 4..<place + 8].elementsEqual("IDAT".utf8) {
        packed += png[place + 8..<place + 8 + count]
      }
      place += count + 12
    }
    var inflation = Inflation(packed.dropFirst(2))
    let raw = inflation.inflated()
    let stride = width * channels
    var pixels = [UInt8](repeating: 0, count: stride * height)
    guard raw.count >= (stride + 1) * height else { return nil }
    for row in 0..<height {
      let filter = raw[row * (stride + 1)]
      for column in 0..<stride {
        let left = column >= channels ? Int(pixels[row * stride + column - channels]) : 0
        let up = row > 0 ? Int(pixels[(row - 1) * stride + column]) : 0
        let corner =
          row > 0 && column >= channels ? Int(pixels[(row - 1) * stride + column - channels]) : 0
        let guess =
          switch filter {
          case 1: left
          case 2: up
          case 3: (left + up) / 2
          case 4: Self.paeth(left, up, corner)
          default: 0
          }
        let value = raw[row * (stride + 1) + 1 + column]
        pixels[row * stride + column] = UInt8(truncatingIfNeeded: Int(value) + guess)
      }
    }
    (self.width, self.height, self.channels, bytes) = (width, height, channels, pixels)
  }

  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let estimate = left + up - corner
    let (a, b, c) = (abs(estimate - left), abs(estimate - up), abs(estimate - corner))
    return a <= b && a <= c ? left : b <= c ? up : corner
  }

  /// Red, green and blue at a place.
  subscript(x: Int, y: Int) -> [UInt8] {
    let start = (y * width + x) * channels
    return Array(bytes[start..<start + 3])
  }
}

/// Deflated bytes on their way back (RFC 1951).
private struct Inflation {
  private let input: [UInt8]
  private var place = 0
  private var bit: UInt8 = 0
  private var output: [UInt8] = []

  init(_ input: ArraySlice<UInt8>) {
    self.input = Array(input)
  }

  private mutating func bits(_ count: Int) -> Int {
    var value = 0
    for shift in 0..<count {
      guard place < input.count else { return 0 }
      value |= Int(input[place] >> bit & 1) << shift
      bit += 1
      if bit == 8 { (bit, place) = (0, place + 1) }
    }
    return value
  }

  /// A canonical Huffman code.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.indices.filter { lengths[$0] > 0 }
        .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }
  }

  private mutating func symbol(_ code: Code) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1..<16 {
      value |= bits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return 256
  }

  mutating func inflated() -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = bits(1) == 1
      switch bits(2) {
      case 0:
        if bit > 0 { (bit, place) = (0, place + 1) }
        let count = Int(input[place]) | Int(input[place + 1]) << 8
        output += input[place + 4..<place + 4 + count]
        place += 4 + count
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        block(Code(lengths), Code(Array(repeating: 5, count: 30)))
      case 2:
        let (literals, distances) = codes()
        block(literals, distances)
      default: return output
      }
    }
    return output
  }

  private mutating func codes() -> (Code, Code) {
    let (literals, distances, count) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<count { lengths[order[index]] = bits(3) }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      switch symbol(code) {
      case 16: all += Array(repeating: all.last ?? 0, count: 3 + bits(2))
      case 17: all += Array(repeating: 0, count: 3 + bits(3))
      case 18: all += Array(repeating: 0, count: 11 + bits(7))
      case let length: all.append(length)
      }
    }
    return (Code(Array(all[..<literals])), Code(Array(all[literals...])))
  }

  private mutating func block(_ literals: Code, _ distances: Code) {
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227, 258,
    ]
    let extras = [
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    while true {
      let value = symbol(literals)
      if value == 256 { return }
      if value < 256 {
        output.append(UInt8(value))
        continue
      }
      let length = bases[value - 257] + bits(extras[value - 257])
      let code = symbol(distances)
      let extra = max(0, code / 2 - 1)
      let distance = (code < 4 ? code : (2 + code % 2) << extra) + 1 + bits(extra)
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
