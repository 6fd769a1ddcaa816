func say(_ word: String, _ answer: Bool) -> Bool {
  print(word)
  return answer
}
if say("left", false) && say("right", true) { print("both") }
if say("first", true) || say("second", false) { print("one") }
