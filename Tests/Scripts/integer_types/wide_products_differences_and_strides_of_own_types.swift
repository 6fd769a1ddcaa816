print(UInt16.max.multipliedFullWidth(by: 2), Int8(-100).multipliedFullWidth(by: 100), UInt64.max.multipliedFullWidth(by: .max), Int.max.multipliedFullWidth(by: -3))
print(UInt8(10).dividingFullWidth((high: 3, low: 7)), UInt64(1 << 40).dividingFullWidth((5, 9)), Int16(7).dividingFullWidth((-1, 65000)))
print(Int8.min.magnitude, UInt8(200).magnitude, (-5).magnitude, Int64(-3).magnitude, type(of: Int32(1).magnitude))
print(Int32.max.addingReportingOverflow(1), UInt8(3).subtractingReportingOverflow(5), Int8(100).multipliedReportingOverflow(by: 2))
print(UInt16(0x1234).bigEndian, UInt32(1).littleEndian, UInt32(bigEndian: 1), Int16(0x0102).byteSwapped)
print(Double(bitPattern: 0x4009_21FB_5444_2D18), (1.5).bitPattern, Float(2.5).bitPattern, Float(bitPattern: 0x40200000), 10.0.binade, Double(sign: .minus, exponent: 3, significand: 1.25))
var d = 2.0; d.formSquareRoot(); print(d); d = 7.5; d.formTruncatingRemainder(dividingBy: 2); print(d)
print(Range(uncheckedBounds: (2, 3)), ClosedRange(uncheckedBounds: (lower: "a", upper: "c")))
print(String(decoding: [72, 105] as [UInt8], as: UTF8.self), String(decoding: Array("né".utf16), as: UTF16.self), String(validating: [0xFF, 0x41] as [UInt8], as: UTF8.self) as Any, String(validating: "héy".utf8, as: Unicode.UTF8.self)!)
let old = Array("kitten"), new = Array("sitting")
let diff = new.difference(from: old)
for c in diff { switch c { case let .remove(o, e, _): print("-", o, e); case let .insert(o, e, _): print("+", o, e) } }
print(String(old.applying(diff)!), diff.count, diff.insertions.count, diff.removals.map { "\($0)" }.count, String(new.applying(diff.inverse())!))
print([1, 2, 3, 4, 5].difference(from: [5, 1, 2, 9, 4]).inferringMoves().map { c -> String in switch c { case let .remove(o, e, a): "r\(o)\(e)\(a.map(String.init) ?? "-")"; case let .insert(o, e, a): "i\(o)\(e)\(a.map(String.init) ?? "-")" } })
print(["a", "b"].difference(from: ["a", "b"]).isEmpty, [1, 2].applying([2, 3, 4].difference(from: [1, 2])) as Any, "abc".difference(from: "axc").count)
struct Day: Strideable, Hashable, CustomStringConvertible {
  var n: Int
  func distance(to other: Day) -> Int { other.n - n }
  func advanced(by k: Int) -> Day { Day(n: n + k) }
  var description: String { "day\(n)" }
}
let a = Day(n: 3), b = Day(n: 7)
print(Array(a...b), (a..<b).count, (a..<b).map(\.n), stride(from: a, to: b, by: 2).map { $0 }, stride(from: b, through: a, by: -2).map(\.n), (a...b).contains(Day(n: 5)), a < b, max(a, b))
for d in a..<b where d.n % 2 == 1 { print(d, terminator: " ") }
print((a...b).reversed().map(\.n), (a...b).first!, (a...b).last!, a.distance(to: b), (a..<b).dropFirst().map { $0 })
let r = 2..<5; for i in r { print(i, terminator: " ") }
let cr = UInt8(250)...UInt8.max; for i in cr { print(i, terminator: " ") }
print(Array(cr), cr.count, (Int8.min...Int8.max).count, ("a"..."e").contains("c"), (1...0x7F).last!, r.min()!, cr.max()!, cr.reversed().map { $0 })
