struct Button {
  var title: String
  var onTap: (String) -> String = { _ in "nothing" }
}
let plain = Button(title: "A")
let wired = Button(title: "B") { "tapped \($0)" }
print(plain.onTap(plain.title), wired.onTap(wired.title))
