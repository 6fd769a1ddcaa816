class Report {
  var lines = ["a", "b"]
  lazy var heading: String = { print("making"); return "Report of \(lines.count)" }()
  var text: String { ([heading] + lines).joined(separator: "/") }
}
let r = Report()
r.lines.append("c")
print(r.text)
r.lines = []
print(r.text)
