func build(_ source: String) -> String {
  var result = ""
  for character in source {
    if character == " " { result.append("_") }
    else if character.isLetter { result.append(character) }
    else if character == "#" { result += "<\(result.count)>" }
    else { result += "é" }
  }
  return result
}
print(build("The quick brown fox. # again # ünïcödé 👩‍👩‍👧 e\u{301}x"))
print(build(String(repeating: "ab ", count: 200)).count)
func many() {
  var text = ""
  for i in 0..<1000 { text += "item \(i), " }
  print(text.count, text.hasSuffix("item 999, "), text.utf8.count)
  var long = "x"
  for _ in 0..<5 { long += long }
  print(long)
  var w = ""
  for k in 0..<300 { w += "\(k)"; if k % 100 == 0 { print(w.count) } }
  var parts: [String] = []
  var current = ""
  for c in "a,b,,cde,f" {
    if c == "," { parts.append(current); current = "" } else { current.append(c) }
  }
  parts.append(current)
  print(parts)
  for n in 0..<3 { var inner = "n\(n)"; for _ in 0..<n { inner += "!"; inner.append(contentsOf: "?x") }; print(inner) }
  var copy = ""
  var a = ""
  for i in 0..<4 { a += "\(i)"; copy = a; a += "-" }
  print(a, copy)
  var t = ""
  while t.count < 10 { t += "ab" }
  print(t)
  func inner() -> Int { 3 }
  var d = ""
  defer { print("deferred", d) }
  for i in 0... { d += "\(i * inner())"; if i == 5 { break } }
  do { for i in 0..<10 { d += "x"; if i == 3 { throw E.bad } } } catch { print(d) }
  swap(&d, &t)
  print(d, t)
  for _ in 0..<2 { change(&d); d += "~" }
  print(d)
  for s in ["q", "w"] { d += s; d += String(s.reversed()); d.append(Character("z")); d += d }
  print(d)
  let sub = "hello world".split(separator: " ")
  var u = ""
  for p in sub { u += p; u.append(p.first!); for c in p.dropFirst() { u.append(c) } }
  print(u)
  for (i, c) in u.enumerated() where i % 3 == 0 { u.append(c) }
  print(u)
  var neg = ""
  for x in [Int.min, Int.max, 0, -1, 9, 10, 99, 100, -100] { neg += "\(x) " }
  print(neg)
  var big = ""
  for _ in 0..<3 { big += String(repeating: "long", count: 100); big += "." }
  print(big.count)
  let closure = { (n: Int) -> String in var s = ""; for i in 0..<n { s += "\(i)"; s += "," }; return s }
  print(closure(5))
  var opt: String? = ""
  for _ in 0..<3 { opt?.append("k"); opt! += "l" }
  print(opt!)
  print(rec(5))
  var line = "start", other = "o"
  for i in 0..<3 { (line, other) = (other, line); line += "\(i)"; other += "x" }
  print(line, other)
  var esc = ""
  for c in "a\r\nb\n" { let name = c == "\r\n" ? "crlf" : c == "\n" ? "lf" : String(c); esc += "[\(name)]" }
  print(esc)
}
func rec(_ n: Int) -> String { var s = ""; for i in 0..<n { s += "\(i)"; s += rec(i) }; return s }
func change(_ s: inout String) { s = "<" + s + ">" }
enum E: Error { case bad }
many()
var counts: [Character: Int] = [:]
for c in "hello wörld" { counts[c, default: 0] += 1 }
for k in counts.keys.sorted() { print(k, counts[k]!, terminator: ";") }
print()
print("aB3 .,é५\n".map { "\($0.isLetter)\($0.isNumber)\($0.isWhitespace)\($0.isPunctuation)\($0.isUppercase)" })
print("e\u{301}" == "é", Character("e\u{301}") == Character("é"), counts["ö"]!)
print("hello".filter(\.isLetter), "a1b2".filter { $0.isNumber }, "abc".contains(where: { $0.isUppercase }))
for c in "xyz" { switch c { case "a"..."x": print("low", c); case "y": print("y"); default: print("else") } }
var g = ""
for c in "global" { g.append(c); g += "-" }
print(g)
final class B { var s = ""; func go() { for c in "field" { s.append(c); s += "/\(s.count)" } } }
let b = B(); b.go(); print(b.s)
struct S { var s = ""; mutating func go() { for c in "struct" { s.append(c) } } }
var s = S(); s.go(); print(s)
