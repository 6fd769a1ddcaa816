func nothing() {}
func length(_ text: String) -> Int { 3 }
func show<T>(_ value: T) -> String { "<\(value)>" }
struct Box<T> {
  var content: T
  init(_ content: T) { self.content = content }
}
func run(_ text: String) {
  let isSame = text + "a" == text + "b"
  print(show(nothing()))
  let n = length(text + "c")
  let pair = (nothing(), n)
  let isOther = text + "d" != text + "e"
  print(pair, Box(nothing()), isSame, isOther)
  let call = { nothing() }
  let isLonger = text + "f" == text + "g"
  let results: [Void] = [call(), nothing()]
  let perhaps: Void? = nothing()
  print(results, perhaps as Any, show(call()), isLonger)
}
run("text")
