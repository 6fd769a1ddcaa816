struct CSV {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) {
    var records: [[String]] = [], record: [String] = [], field = ""
    var quoted = false
    var previous: Character? = nil
    for c in text {
      switch (c, quoted) {
      case ("\"", true): quoted = false
      case ("\"", false):
        quoted = true
        if previous == "\"" { field.append("\"") }
      case (",", false):
        record.append(field)
        field = ""
      case ("\n", false):
        record.append(field)
        records.append(record)
        (record, field) = ([], "")
      default: field.append(c)
      }
      previous = c
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  subscript(column name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }

  func group(by name: String) -> [(key: String, rows: [[String]])] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return Dictionary(grouping: rows) { $0[index] }
      .map { (key: $0.key, rows: $0.value) }
      .sorted { $0.key < $1.key }
  }
}

struct Summary: CustomStringConvertible {
  let count: Int, mean: Double, median: Double, deviation: Double
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted(), n = values.count
    count = n
    let mean = values.reduce(0, +) / Double(n)
    self.mean = mean
    median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2
    deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(n)).squareRoot()
  }
  var description: String { "n=\(count) mean=\(mean) median=\(median) sd=\(deviation)" }
}

let text = """
  city,country,temperature,remark
  Oslo,Norway,4,cold
  Bergen,Norway,8,"rain, mostly"
  Rome,Italy,18,"the ""eternal"" city"
  Milan,Italy,14,
  Turin,Italy,x,"two
  lines"
  Lima,Peru,20,dry
  """
let csv = CSV(text)
print(csv.header, csv.rows.count)
for row in csv.rows { print(row) }
let temperatures = csv[column: "temperature"].compactMap { Double($0) }
print(Summary(temperatures)!)
print(Summary([]) as Any, csv[column: "nothing"])
for (country, rows) in csv.group(by: "country") {
  let values = rows.compactMap { Double($0[2]) }
  print(country, rows.map { $0[0] }.joined(separator: "+"), Summary(values).map { "\($0.mean)" } ?? "-")
}
let warmest = csv.rows.max { (Double($0[2]) ?? -99) < (Double($1[2]) ?? -99) }!
print(warmest[0])
