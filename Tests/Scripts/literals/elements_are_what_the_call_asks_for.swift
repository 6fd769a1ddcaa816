let word = "education"
let vowels = word.filter { ["a", "e", "i", "o", "u"].contains($0) }
print(vowels, word.filter { !["a", "e"].contains($0) })
let letter: Character? = word.first
print(["e", "x"].contains(letter), ["q"].contains(word.last))
let byte: UInt8 = 7
print([1, 7, 9].contains(byte), [1, 2].contains(byte))
let ratio = 0.5
print([1, 0.5].contains(ratio), [1, 2].contains(ratio), [3, 4].firstIndex(of: ratio * 8)!)
let part = word.prefix(3)
print(["edu", "cat"].contains(part))
print(["1", "22"].map { $0.count }, [1, 2].map { Double($0) / 4 }, [3, 1, 2].max()!)
