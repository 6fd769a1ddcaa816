struct Matrix: CustomStringConvertible {
  let rows: [[Int]]
  var description: String {
    let width = rows.joined().map { String($0).count }.max() ?? 1
    return rows.map { row in
      row.map { n in
        let s = String(n)
        return String(repeating: " ", count: width - s.count) + s
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
print(Matrix(rows: [[1, 20, 3], [400, 5, 60]]))
