struct Matrix: Equatable, CustomStringConvertible {
  let rows: Int, columns: Int
  private var cells: [Double]

  init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: value, count: rows * columns)
  }

  init(_ rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows[0].count)
    for (i, row) in rows.enumerated() {
      for (j, value) in row.enumerated() { self[i, j] = value }
    }
  }

  static func identity(_ n: Int) -> Matrix {
    var m = Matrix(rows: n, columns: n)
    for i in 0..<n { m[i, i] = 1 }
    return m
  }

  subscript(i: Int, j: Int) -> Double {
    get { cells[i * columns + j] }
    set { cells[i * columns + j] = newValue }
  }

  var transposed: Matrix {
    var t = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { t[j, i] = self[i, j] } }
    return t
  }

  static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "shapes do not fit")
    var c = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for j in 0..<b.columns {
        var sum = 0.0
        for k in 0..<a.columns { sum += a[i, k] * b[k, j] }
        c[i, j] = sum
      }
    }
    return c
  }

  static func + (a: Matrix, b: Matrix) -> Matrix {
    var c = a
    for i in a.cells.indices { c.cells[i] += b.cells[i] }
    return c
  }

  var determinant: Double {
    if rows == 1 { return self[0, 0] }
    if rows == 2 { return self[0, 0] * self[1, 1] - self[0, 1] * self[1, 0] }
    var total = 0.0
    for j in 0..<columns {
      let sign = j % 2 == 0 ? 1.0 : -1.0
      total += sign * self[0, j] * minor(0, j).determinant
    }
    return total
  }

  func minor(_ row: Int, _ column: Int) -> Matrix {
    var values: [[Double]] = []
    for i in 0..<rows where i != row {
      values.append((0..<columns).filter { $0 != column }.map { self[i, $0] })
    }
    return Matrix(values)
  }

  func inverted() -> Matrix? {
    var a = self, inverse = Matrix.identity(rows)
    for p in 0..<rows {
      guard let pivot = (p..<rows).first(where: { a[$0, p] != 0 }) else { return nil }
      for j in 0..<columns where pivot != p {
        (a[p, j], a[pivot, j]) = (a[pivot, j], a[p, j])
        (inverse[p, j], inverse[pivot, j]) = (inverse[pivot, j], inverse[p, j])
      }
      let scale = a[p, p]
      for j in 0..<columns {
        a[p, j] /= scale
        inverse[p, j] /= scale
      }
      for i in 0..<rows where i != p {
        let factor = a[i, p]
        for j in 0..<columns {
          a[i, j] -= factor * a[p, j]
          inverse[i, j] -= factor * inverse[p, j]
        }
      }
    }
    return inverse
  }

  var description: String {
    (0..<rows).map { i in
      "[" + (0..<columns).map { "\(self[i, $0])" }.joined(separator: ", ") + "]"
    }.joined(separator: "\n")
  }
}

let a = Matrix([[1, 2], [3, 4]])
let b = Matrix([[0, 1], [1, 0]])
print(a * b)
print(a.transposed)
print(a + b == Matrix([[1, 3], [4, 4]]))
print(a.determinant, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).determinant)
print(a.inverted()!)
print(a * a.inverted()!)
print(Matrix([[1, 2], [2, 4]]).inverted() as Any)
print(Matrix([[1, 2, 3]]) * Matrix([[4], [5], [6]]))
