let letters: [Character] = ["s", "u", "n"]
print(String(letters))
print(String(letters[0]) + "!")
print(String(["a", "b"].joined()))
var s = ""
for scalar in UnicodeScalar("a").value...UnicodeScalar("e").value {
  s.unicodeScalars.append(UnicodeScalar(scalar)!)
}
print(s)
print(String("zyx".sorted()))
