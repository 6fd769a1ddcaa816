/// A place in the source of running code.
package final class Site: Sendable {
  package let range: SourceRange
  package let source: SourceText

  package init(_ range: SourceRange, _ source: SourceText) {
    self.range = range
    self.source = source
  }

  package var place: SourcePlace { source.place(of: range) }
}
