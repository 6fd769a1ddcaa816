let kelvin: Character = "\u{212A}", semicolon: Character = "\u{37E}"
print(kelvin == "K", semicolon == ";", kelvin < "L", kelvin.isLetter, [kelvin: 1]["K"] as Any, ["\u{212A}x": 2]["Kx"] as Any)
for c in "K\u{212A};\u{37E}k" { if c == "K" { print("kelvin") } else if c != ";" { print("other", c) } else { print("semi") } }
switch kelvin { case "K": print("K!"); default: print("no") }
