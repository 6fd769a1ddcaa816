internal import Allowances

/// How many elements a kernel takes at once: some milliseconds' work, so that a thread asks often
/// enough whether it is to end.
let pieceSize = 1 << 22

/// Calls `body` with one piece of `0..<count` after another, until all are done or the work's
/// `Allowance` is spent.
package func inPieces(_ count: Int, of size: Int = pieceSize, _ body: (Range<Int>) -> Void) {
  guard count > size else { return body(0..<count) }
  for start in stride(from: 0, to: count, by: size) where !Allowance.isSpent {
    body(start..<min(count, start + size))
  }
}
