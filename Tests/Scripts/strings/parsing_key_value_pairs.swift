let query = "name=Ada&year=1815&empty="
var fields: [String: String] = [:]
for pair in query.split(separator: "&") {
  let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  fields[String(parts[0])] = String(parts[1])
}
for key in fields.keys.sorted() {
  print(key, "->", fields[key]!.isEmpty ? "(nothing)" : fields[key]!)
}
