let text: String? = "seven"
if let text = text { print("long form", text.count) }
if let text { print("short form", text.uppercased()) }
if let n = Int("12"), let m = Int("30"), n < m { print(n + m) }
if let n = Int("twelve") { print(n) } else { print("not a number") }
if var n = Int("5") { n += 1; print(n) }
