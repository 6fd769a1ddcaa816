protocol Decoder { func decode<T>(from text: String) -> [T]? }
class Coder<T: Comparable>: Decoder {
  private func decode<T>(from parts: inout [String]) -> [T]? {
    guard !parts.isEmpty else { return nil }
    return [parts.removeLast() as! T]
  }
  func decode<T>(from text: String) -> [T]? {
    var parts = text.split(separator: ",").map { String($0) }
    return decode(from: &parts)
  }
}
let coder = Coder<String>()
let last: [String]? = coder.decode(from: "a,b")
print(last ?? [])
class Reader {
  func next<U>(from a: inout [String]) -> U? { a.isEmpty ? nil : a.removeLast() as? U }
  func next<U>(from text: String) -> U? { var parts = [text]; return next(from: &parts) }
}
let word: String? = Reader().next(from: "z")
print(word as Any)
