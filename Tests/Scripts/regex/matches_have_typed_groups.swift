let text = "2024-01-15 and 2023-12-31"
if let m = text.firstMatch(of: /(\d+)-(\d+)-(\d+)/) { print(m.0, m.1, m.2, m.output.3, m.range.lowerBound == text.startIndex) }
for m in text.matches(of: /(?<year>\d{4})-(?<month>\d+)/) { print(m.year, m.output.month, m.1, type(of: m.output)) }
let r = /a(b)?(?:(c)|d)*/
if let m = "ad".wholeMatch(of: r) { let (w, b, c) = m.output; print(w, b as Any, c ?? "none") }
print("a1b22".replacing(/\d+/, with: "#"), "a1b22".replacing(/\d+/) { m in "<\(m.output)>" }, text.contains(/\d/), text.ranges(of: /-/).count)
print("a, b,c".split(separator: /,\s*/), "  x".trimmingPrefix(/\s+/))
let d = try Regex("(\\w)(x)?")
if let m = "q".firstMatch(of: d) { print(m.output.count, m[1].substring ?? "-", m[2].substring as Any, m.output[0].range == nil) }
print(try! Regex("(a)(b)", as: (Substring, Substring, Substring).self).firstMatch(in: "ab")!.2)
if let m = try /x(\d)/.firstMatch(in: "x5") { print(m.1) }
print("AbC".firstMatch(of: /abc/.ignoresCase()) != nil)
print("abc".starts(with: /a/), "ab1".prefixMatch(of: /[a-z]+/)!.output)
do { _ = try Regex("(") } catch { print(error) }
var v = "x1y2"; v.replace(/\d/, with: "-"); print(v)
print("a-b-c".split(separator: "-", maxSplits: 1), "aXbXc".firstRange(of: /X/) != nil)
print(text.matches(of: /\d+/).map { Int($0.output)! }, text.matches(of: /\d+/).map(\.output), text.matches(of: /(\d+)-/).map(\.1))
