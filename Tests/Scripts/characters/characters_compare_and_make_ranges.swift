print(Character("a") < Character("b"))
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
print("programming".filter { vowels.contains($0) })
let lower: ClosedRange<Character> = "a"..."z"
print(lower.contains("q"), lower.contains("Q"))
switch Character("m") {
case "a"..."l": print("first half")
case "m"..."z": print("second half")
default: print("neither")
}
