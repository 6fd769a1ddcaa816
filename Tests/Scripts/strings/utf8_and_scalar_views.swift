let s = "aé"
print(Array(s.utf8))
print(s.unicodeScalars.map { $0.value })
print(Array(s.utf16))
print(String(decoding: [104, 105] as [UInt8], as: UTF8.self))
print(Character(Unicode.Scalar(65)))
print(String(UnicodeScalar(97 + 3)))
