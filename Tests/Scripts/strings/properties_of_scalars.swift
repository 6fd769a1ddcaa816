// What Unicode says of a scalar.
import Foundation
for s in "a7 É½_🎉".unicodeScalars {
  let p = s.properties
  print(s.value, p.isAlphabetic, p.isUppercase, p.isWhitespace, p.numericValue ?? -1, p.isEmoji, p.name ?? "?", p.lowercaseMapping)
}
func isIdentifier(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, first == "_" || first.properties.isIDStart else { return false }
  return text.unicodeScalars.dropFirst().allSatisfy(\.properties.isIDContinue)
}
print(["x1", "_a", "1x", "größe"].map(isIdentifier))
let e = NSError(domain: "d", code: 4, userInfo: [NSLocalizedDescriptionKey: "hm"])
print(e.localizedDescription, e.userInfo[NSLocalizedDescriptionKey] as? String ?? "-")
