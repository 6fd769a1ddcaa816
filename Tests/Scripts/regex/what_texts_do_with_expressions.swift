for m in "k=v; a=b".matches(of: /(?<key>\w)=(?<value>\w)/) { print("\(m.key) -> \(m.value.uppercased())", m.key.count) }
let text = "one two  three"
print(text.matches(of: /\w+/).map { String($0.0) }, text.matches(of: /\w+/).map { $0.output.count })
struct Point { let x: Int; let y: Int
  init?(_ line: String) { guard let m = line.wholeMatch(of: /x=(-?\d+), y=(-?\d+)/), let x = Int(m.1), let y = Int(m.2) else { return nil }; self.x = x; self.y = y } }
print(Point("x=3, y=-4") as Any, Point("x=3") as Any)
let path = "/usr/bin/env"
print(path.split(separator: /\//), path.replacing(/\/(\w)/, with: { "." + $0.1.uppercased() }))
let long = #/
  (\d{4})  # year
  - (\d\d) # month
  /#
if let m = "on 2024-05".firstMatch(of: long) { print(m.1, m.2) }
print("a/b".contains(#/a/b/#))
if let match = "aaa".firstMatch(of: /(a)(b)?/) { switch match.output { case (_, let a, nil): print(a, "no b"); case (_, _, let b?): print(b) } }
func find(_ r: Regex<Substring>, in s: String) -> [String] { s.matches(of: r).map { String($0.output) } }
print(find(/[aeiou]/, in: "hello"))
func all<T>(_ r: Regex<T>, _ s: String) -> Int { s.matches(of: r).count }
print(all(/(l)/, "hello"), all(/l/, "hello"))
let table: [(Regex<Substring>, String)] = [(/\d+/, "number"), (/[a-z]+/, "word")]
for (r, n) in table { print(n, "x12".ranges(of: r).count, "abc 1".prefixMatch(of: r)?.output ?? "-") }
let sub = "hello world".dropFirst(6)
print(sub.firstMatch(of: /^w(or)/)?.1 ?? "none", sub.wholeMatch(of: /world/) != nil)
print("x".replacing(/y*/, with: "-"), "abc".matches(of: /b*/).count, "a1b2c3".replacing(/\d/, with: "", maxReplacements: 2))
print("2024-01-02".firstMatch(of: /(\d+)-(\d+)/).map { "\($0.2)/\($0.1)" } ?? "")
var s = "  lead"; s.trimPrefix(/\s+/); print(s)
print("a,b;c".split(separator: /[,;]/, maxSplits: 1), ",a,,b".split(separator: /,/, omittingEmptySubsequences: false))
let re = try Regex("(?<y>[0-9]+)-([a-z])?")
for m in "12-a 3-".matches(of: re) { print(m["y"]?.substring ?? "", m.output.count, m[2].substring ?? "none", m.output[1].name ?? "?", m.range == m[0].range!) }
let typed = try! Regex("(\\d+)", as: (Substring, Substring).self)
print("ab 42".firstMatch(of: typed)!.1)
do { _ = try Regex("(a)", as: (Substring, Substring, Substring).self) } catch { print(error) }
do { _ = try Regex("a[") } catch { print("caught: \(error)") }
print((try? Regex("*")) == nil)
print("Straße".contains(/STRASSE/.ignoresCase()), "a\nb".contains(/a.b/), "a\nb".contains(/a.b/.dotMatchesNewlines()), "x\ny".matches(of: /^./.anchorsMatchLineEndings()).count)
if let (_, a, b) = "k:v".firstMatch(of: /(\w):(\w)/)?.output { print(a, b) }
if let m = try /(\d)(\d)/.firstMatch(in: "12") { let (w, x, y) = m.output; print(w, x, y, m.output) }
guard let q = try? /z/.wholeMatch(in: "z") else { fatalError() }
print(q.output, q.0, q.count)
