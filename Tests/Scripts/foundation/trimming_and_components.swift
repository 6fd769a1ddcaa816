import Foundation
print("  hi \n".trimmingCharacters(in: .whitespacesAndNewlines) + "|")
print("a, b, c".components(separatedBy: ", "))
print("one two".replacingOccurrences(of: "two", with: "three"))
print("hello world".capitalized, "Hello".contains("ell"))
