let s = "Hello, Wörld! 🌍🇨🇭"
print(s.count, s.utf8.count, s.utf16.count, s.unicodeScalars.count, s.uppercased(), s.lowercased(), s.isEmpty, s.first!, s.last!)
print(s.hasPrefix("Hell"), s.contains("Wör"), s.contains("z"), s.firstIndex(of: "W")!.utf16Offset(in: s), s.prefix(5), s.suffix(2), s.dropFirst(7), s[s.index(s.startIndex, offsetBy: 4)])
let i = s.firstIndex(of: ",")!
print(s[..<i], s[s.index(after: i)...], s[i], s.distance(from: s.startIndex, to: i), s.index(i, offsetBy: 100, limitedBy: s.endIndex) as Any)
var t = "abc"
t.append("d"); t += "e"; t.insert("X", at: t.startIndex); t.insert(contentsOf: "YZ", at: t.endIndex)
t.remove(at: t.index(after: t.startIndex)); t.removeLast(); t.removeFirst()
print(t, t.replacingCharacters(), String(t.reversed()), t.map { $0.asciiValue! }, t.unicodeScalars.map(\.value))
extension String { func replacingCharacters() -> String { String(map { $0 == "b" ? "*" : $0 }) } }
t.replaceSubrange(t.startIndex..<t.index(after: t.startIndex), with: "___"); t.removeAll { $0 == "_" }
print(t, t.isEmpty, String(repeating: "ab", count: 3), "a" < "b", "a" == "A", "apple".compare("b"), "é" == "e\u{301}")
extension String { func compare(_ o: String) -> Int { self < o ? -1 : self > o ? 1 : 0 } }
let multi = """
  line one
    indented "quotes" \(1 + 1)
  last \
  joined
  """
print(multi)
print(#"raw \n \(x) "q""#, #"raw \#(1 + 2)"#, "tab\tnew\\ \u{41} \"", "\u{1F600}")
for line in multi.split(separator: "\n") { print(line.trimmed, line.count) }
extension StringProtocol { var trimmed: String { String(drop { $0 == " " }) } }
let c: Character = "x"
print(c.isLetter, c.isNumber, c.isUppercase, Character("9").wholeNumberValue as Any, Character("F").hexDigitValue as Any, c.asciiValue as Any, Character("é").isASCII, Character(" ").isWhitespace, Character("!").isPunctuation, ("a" as Character) < "b")
print(Character(UnicodeScalar(65)), UnicodeScalar("A").value, "ABC".unicodeScalars.map { Character(UnicodeScalar($0.value + 1)!) }, String(UnicodeScalar(0x1F600)!))
let cipher = "Attack at dawn".map { ch -> Character in
  guard ch.isLetter, let a = ch.asciiValue else { return ch }
  let base: UInt8 = ch.isUppercase ? 65 : 97
  return Character(UnicodeScalar((a - base + 3) % 26 + base))
}
print(String(cipher), "\(cipher.prefix(3))", "x".padded(5), "abc".enumerated().map { "\($0)\($1)" })
extension String { func padded(_ n: Int) -> String { self + String(repeating: ".", count: max(0, n - count)) } }
let counts = "mississippi".reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined(), Set("mississippi").sorted(), "racecar" == String("racecar".reversed()))
print("a-b_c".split { $0 == "-" || $0 == "_" }, "one  two".split(separator: " ").map(String.init), "k=v".split(separator: "=").map(String.init), "abc".contains(where: \.isNumber), "abc".allSatisfy(\.isLetter), "a1b2".filter(\.isNumber), "hello world".capitalizedWords)
extension String { var capitalizedWords: String { split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ") } }
print("abc" + String(1) + "\(2.0)" + String(describing: [1]) + String(true) + "\(Optional(3) as Any)" + "\(("t", 1))")
print("abc".min()!, "zebra".sorted(), String("zebra".sorted()), "hello".firstIndex(of: "l") == "hello".index("hello".startIndex, offsetBy: 2), "hello".indices.count, "abcdef".suffix(from: "abcdef".index("abcdef".startIndex, offsetBy: 3)), "hello".lastIndex(of: "l")!.utf16Offset(in: "hello"))
print(["b": 1, "a": 2].description.count, [1.5, 2].description, ["x"].debugDescription, "q\"uote".debugDescription, "\n".debugDescription, ("a", 1), [("a", 1)], Optional("x") as Any, [Optional(1), nil])
print("Zürich".utf8.map { String($0, radix: 16) }.joined(separator: " "), Array("añ".utf16), String(decoding: [72, 105], as: UTF8.self), String(bytes: [72, 105]))
extension String { init(bytes: [UInt8]) { self = String(decoding: bytes, as: UTF8.self) } }
