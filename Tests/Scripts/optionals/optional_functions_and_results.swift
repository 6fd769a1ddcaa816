var handler: ((Int) -> Int)? = nil
print(handler?(3) as Any)
handler = { $0 * 2 }
print(handler?(3) as Any, handler!(5))
let words: [String]? = ["a", "b"]
print(words?.count ?? 0, words?.first ?? "none", words?[1] ?? "-")
