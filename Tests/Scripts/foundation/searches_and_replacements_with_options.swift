import Foundation
let s = "Hello World, hello world; HELLO"
func show(_ r: Range<String.Index>?, _ t: String) -> String { guard let r else { return "nil" }; return "\(t.distance(from: t.startIndex, to: r.lowerBound))..<\(t.distance(from: t.startIndex, to: r.upperBound)) \(t[r])" }
print(show(s.range(of: "hello"), s), show(s.range(of: "HELLO", options: .caseInsensitive), s), show(s.range(of: "hello", options: [.caseInsensitive, .backwards]), s))
print(show(s.range(of: "h.l+o", options: .regularExpression), s), show(s.range(of: "h.l+o", options: [.regularExpression, .caseInsensitive]), s), show(s.range(of: "W", options: .anchored), s), show(s.range(of: "hello", options: [.anchored, .caseInsensitive]), s), show(s.range(of: "hello", options: [.anchored, .caseInsensitive, .backwards]), s))
let mid = s.index(s.startIndex, offsetBy: 8)
print(show(s.range(of: "o", range: mid..<s.endIndex), s), show(s.range(of: "o", options: .backwards, range: s.startIndex..<mid), s))
print(s.replacingOccurrences(of: "hello", with: "bye", options: .caseInsensitive), s.replacingOccurrences(of: "l+", with: "L", options: .regularExpression))
print(s.replacingOccurrences(of: "(\\w+) (\\w+)", with: "$2 $1", options: .regularExpression), "a.b.c".replacingOccurrences(of: ".", with: "-", options: .literal))
print("xxabc".replacingOccurrences(of: "x", with: "-", options: .anchored), "aaa".replacingOccurrences(of: "aa", with: "b", options: .backwards), "abcab".replacingOccurrences(of: "ab", with: "-", options: [.anchored, .backwards]), "xxabc".replacingOccurrences(of: "x", with: "-", options: [.anchored, .regularExpression]))
print("a1b22".replacingOccurrences(of: "[0-9]+", with: "<$0>", options: .regularExpression), "a1".replacingOccurrences(of: "(\\d)", with: "\\$1 $1 $5 $ $x $10", options: .regularExpression))
print("  many   spaces ".replacingOccurrences(of: "\\s+", with: " ", options: .regularExpression), "abc".replacingOccurrences(of: "", with: "x"), show("abc".range(of: ""), "abc"))
print("don't stop".replacingOccurrences(of: "\\b", with: "|", options: .regularExpression), "don't stop".replacingOccurrences(of: "\\b\\w", with: "X", options: .regularExpression))
print("a\nb\r\nc".replacingOccurrences(of: ".$", with: "X", options: .regularExpression).debugDescription, "a\r\nb".replacingOccurrences(of: "\n", with: "N", options: .caseInsensitive).debugDescription)
print(show("caf\u{e9}".range(of: "cafe\u{301}"), "caf\u{e9}"), show("cafe\u{301}s".range(of: "cafe"), "cafe\u{301}s"), show("cafe\u{301}".range(of: "cafe", options: .literal), "cafe\u{301}"), show("caf\u{e9}".range(of: "CAF\u{c9}", options: .caseInsensitive), "caf\u{e9}"))
print(s.range(of: "^[A-Z]", options: .regularExpression) != nil)
let email = "someone@example.com"
print(email.range(of: #"^[A-Z0-9._%+-]+@[A-Z0-9.-]+\.[A-Z]{2,}$"#, options: [.regularExpression, .caseInsensitive]) != nil)
print("camelCaseText".replacingOccurrences(of: "([a-z])([A-Z])", with: "$1_$2", options: .regularExpression).lowercased())
print("abc".replacingOccurrences(of: "b", with: "$0", options: .caseInsensitive), "abcabc".replacingOccurrences(of: "b", with: "X", options: [], range: "abcabc".index("abcabc".startIndex, offsetBy: 2)..<"abcabc".endIndex))
let part = s[mid...]
print(part.range(of: "O", options: .caseInsensitive).map { s.distance(from: s.startIndex, to: $0.lowerBound) } as Any, part.replacingOccurrences(of: "l", with: "L", options: .backwards))
print(s.contains("world"), s.localizedCaseInsensitiveContains("WORLD"), s.caseInsensitiveCompare("hello world, HELLO WORLD; hello") == .orderedSame, "a".compare("b") == .orderedAscending, "File10".compare("file9", options: [.caseInsensitive, .numeric]) == .orderedDescending)
