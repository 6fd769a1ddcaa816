extension Expression {
  /// Where the compiler's messages about the expression point when that is not its beginning.
  package var anchor: SourceRange? {
    switch kind {
    case .binary(let name, _, _): name.range
    case .member(_?, let name, _): name.range
    case .call(let function, _): function.anchor
    case .subscript(let base, _): SourceRange(start: base.range.end, end: base.range.end + 1)
    case .force: SourceRange(start: max(range.start, range.end - 1), end: range.end)
    case .chain(let inner): inner.anchor
    default: nil
    }
  }
}
