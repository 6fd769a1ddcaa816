let part: Substring = "world"
var text = ""
text += (text.isEmpty ? "" : " ") + part
print(text, type(of: "Hello " + part.dropFirst()), type(of: part + "!"))
let numbers = [1, 2, 3]
print(type(of: numbers[1...] + numbers), type(of: numbers + numbers[1...]), [9] + numbers[1...])
print(part.split(separator: "r").map { $0 == "wo" ? String($0) : $0 + String("?") }.joined(separator: "|"))
