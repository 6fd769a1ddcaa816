import Foundation
print("a b&c/é".addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed)!, "a%20b".removingPercentEncoding!, "%zz".removingPercentEncoding as Any)
print("one, two;three".components(separatedBy: CharacterSet(charactersIn: ",; ")), "  x ".trimmingCharacters(in: .whitespaces), "xxhixx".trimmingCharacters(in: CharacterSet(charactersIn: "x")))
print(CharacterSet.decimalDigits.contains("5"), CharacterSet.letters.union(.decimalDigits).contains("z"), CharacterSet.alphanumerics.inverted.contains("-"), CharacterSet(charactersIn: "a"..."f").contains("c"))
var cs = CharacterSet(); cs.insert(charactersIn: "abc"); cs.insert("z"); cs.remove(charactersIn: "b"); print(cs.contains("b"), cs.contains("z"), "hello zab".unicodeScalars.filter { cs.contains($0) }.count)
print("Hello".data(using: .utf8)!.count, Data([72, 105]).base64EncodedString(), String(data: Data(base64Encoded: "SGk=")!, encoding: .utf8)!)
let data = Data("swift".utf8); print(data.map { String(format: "%02x", $0) }.joined(), data[0], data.count, data.first!, [UInt8](data).count, Array(data.prefix(2)))
print("abc".contains("bc"), "Hello World".range(of: "World") != nil, "abcabc".replacingOccurrences(of: "b", with: "X"), "a-b-c".split(separator: "-"), "Hello".lowercased().capitalized)
print("apple".compare("banana") == .orderedAscending, "a".caseInsensitiveCompare("A") == .orderedSame, "file10".localizedStandardCompare("file9") == .orderedDescending, "abc".localizedCaseInsensitiveContains("B"))
print("line1\nline2".components(separatedBy: .newlines), "x".padding(toLength: 3, withPad: "-", startingAt: 0), "a,b".components(separatedBy: ","))
print("The quick brown".enumeratedWords().count)
extension String { func enumeratedWords() -> [String] { components(separatedBy: .whitespaces) } }
print(String(bytes: [72, 105], encoding: .utf8)!, "é".utf8.count, "tEST".localizedCapitalized, "a".uppercased())
