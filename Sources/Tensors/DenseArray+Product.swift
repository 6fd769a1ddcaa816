internal import Allowances
internal import CKernels
internal import COneDNN

extension DenseArray {
  /// Returns the product of two matrices, either of which may be stored transposed; of arrays with
  /// more axes, the products of the matrices at each place of the axes before the last two.
  package static func matmul(
    _ lhs: DenseArray, transposed transposeLhs: Bool,
    _ rhs: DenseArray, transposed transposeRhs: Bool, shape: Shape
  ) -> DenseArray {
    let inner = lhs.shape[transposeLhs ? -2 : -1]
    guard shape.elementCount > 0, inner > 0 else { return DenseArray(repeating: 0, shape: shape) }
    let (rows, columns) = (shape[-2], shape[-1])
    let matrices = shape.elementCount / (rows * columns)
    return unsafe DenseArray(shape: shape) { result in
      inPieces(matrices, of: max(1, mostProducts / (rows * columns) / inner)) { piece in
        for matrix in piece {
          let failure = unsafe multiply(
            lhs.storage.elements + matrix * rows * inner, transposed: transposeLhs,
            rhs.storage.elements + matrix * inner * columns, transposed: transposeRhs,
            rows: rows, columns: columns, inner: inner, into: result + matrix * rows * columns)
          unsafe requireSuccess(failure, of: "a matrix product")
        }
      }
    }
  }

  /// Writes the product of two matrices; returns what went wrong, if something did.
  private static func multiply(
    _ lhs: UnsafePointer<Float>, transposed transposeLhs: Bool,
    _ rhs: UnsafePointer<Float>, transposed transposeRhs: Bool,
    rows: Int, columns: Int, inner: Int, into result: UnsafeMutablePointer<Float>
  ) -> UnsafePointer<CChar>? {
    if inner * columns <= Int(CKERNELS_SMALL_MATRIX), rows * inner * columns <= smallProduct {
      unsafe ck_small_product(
        transposeLhs, transposeRhs, Int64(rows), Int64(columns), Int64(inner), lhs, rhs, result)
      return nil
    }
    let strides = (lhs: transposeLhs ? rows : inner, rhs: transposeRhs ? inner : columns)
    var failure: UnsafePointer<CChar>?
    inProducts(rows: rows, columns: columns, inner: inner) { rows, places, inner in
      let left = rows.lowerBound * (transposeLhs ? 1 : inner.all)
      let leftInner = inner.part.lowerBound * (transposeLhs ? strides.lhs : 1)
      let right = places.lowerBound * (transposeRhs ? inner.all : 1)
      let rightInner = inner.part.lowerBound * (transposeRhs ? 1 : columns)
      let problem = unsafe onednn_matmul(
        transposeLhs, transposeRhs, Int64(rows.count), Int64(places.count),
        Int64(inner.part.count), lhs + left + leftInner, Int64(strides.lhs),
        rhs + right + rightInner, Int64(strides.rhs),
        inner.part.lowerBound > 0, result + rows.lowerBound * columns + places.lowerBound,
        Int64(columns))
      if unsafe problem != nil { unsafe failure = problem }
    }
    return unsafe failure
  }

  /// Calls `body` with blocks of a product that are a few milliseconds' work each: mostly the whole.
  private static func inProducts(
    rows: Int, columns: Int, inner: Int,
    _ body: (Range<Int>, Range<Int>, (all: Int, part: Range<Int>)) -> Void
  ) {
    let innerPart = min(inner, mostProducts)
    let columnPart = min(columns, max(1, mostProducts / innerPart))
    let rowPart = min(rows, max(1, mostProducts / (innerPart * columnPart)))
    inPieces(rows, of: rowPart) { rows in
      inPieces(columns, of: columnPart) { columns in
        inPieces(inner, of: innerPart) { part in body(rows, columns, (inner, part)) }
      }
    }
  }
}

/// Up to how many products of two numbers oneDNN's preparations are most of its work.
private let smallProduct = 1 << 16

/// How many products of two numbers are a few milliseconds' work.
private let mostProducts = 1 << 29

/// Ends the work, or the program where it has no `Allowance`, when oneDNN refuses sizes that were
/// checked: memory or its code generator failed.
func requireSuccess(_ failure: UnsafePointer<CChar>?, of operation: String) {
  guard let failure = unsafe failure else { return }
  guard Allowance.current == nil else { return Allowance.noteFailure(1 << 20) }
  fatalError(unsafe "oneDNN failed at \(operation): \(String(cString: failure))")
}
