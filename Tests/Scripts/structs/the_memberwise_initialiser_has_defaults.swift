struct Settings {
  var width = 80
  var title: String
  var tags: [String] = []
  let version: Int = 3
  var note: String?
}
print(Settings(title: "a"))
print(Settings(width: 100, title: "b", tags: ["x"], note: "n"))
