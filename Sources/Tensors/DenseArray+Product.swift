internal import Allowances
internal import COneDNN

extension DenseArray {
  /// Returns the product of two matrices, either of which may be stored transposed.
  package static func matmul(
    _ lhs: DenseArray, transposed transposeLhs: Bool,
    _ rhs: DenseArray, transposed transposeRhs: Bool, shape: Shape
  ) -> DenseArray {
    let inner = lhs.shape.dimensions[transposeLhs ? 0 : 1]
    guard shape.elementCount > 0, inner > 0 else { return DenseArray(repeating: 0, shape: shape) }
    let (rows, columns) = (shape.dimensions[0], shape.dimensions[1])
    let strides = (lhs: transposeLhs ? rows : inner, rhs: transposeRhs ? inner : columns)
    return unsafe DenseArray(shape: shape) { result in
      inProducts(rows: rows, columns: columns, inner: inner) { rows, places, inner in
        let left = rows.lowerBound * (transposeLhs ? 1 : inner.all)
        let leftInner = inner.part.lowerBound * (transposeLhs ? strides.lhs : 1)
        let right = places.lowerBound * (transposeRhs ? inner.all : 1)
        let rightInner = inner.part.lowerBound * (transposeRhs ? 1 : columns)
        let failure = unsafe onednn_matmul(
          transposeLhs, transposeRhs, Int64(rows.count), Int64(places.count),
          Int64(inner.part.count), lhs.storage.elements + left + leftInner, Int64(strides.lhs),
          rhs.storage.elements + right + rightInner, Int64(strides.rhs),
          inner.part.lowerBound > 0, result + rows.lowerBound * columns + places.lowerBound,
          Int64(columns))
        unsafe requireSuccess(failure, of: "a matrix product")
      }
    }
  }

  /// Calls `body` with blocks of a product that are a few milliseconds' work each: mostly the whole.
  private static func inProducts(
    rows: Int, columns: Int, inner: Int,
    _ body: (Range<Int>, Range<Int>, (all: Int, part: Range<Int>)) -> Void
  ) {
    let most = 1 << 29
    let innerPart = min(inner, most)
    let columnPart = min(columns, max(1, most / innerPart))
    let rowPart = min(rows, max(1, most / (innerPart * columnPart)))
    inPieces(rows, of: rowPart) { rows in
      inPieces(columns, of: columnPart) { columns in
        inPieces(inner, of: innerPart) { part in body(rows, columns, (inner, part)) }
      }
    }
  }
}

/// Ends the work, or the program where it has no `Allowance`, when oneDNN refuses sizes that were
/// checked: memory or its code generator failed.
func requireSuccess(_ failure: UnsafePointer<CChar>?, of operation: String) {
  guard let failure = unsafe failure else { return }
  guard Allowance.current == nil else { return Allowance.noteFailure(1 << 20) }
  fatalError(unsafe "oneDNN failed at \(operation): \(String(cString: failure))")
}
