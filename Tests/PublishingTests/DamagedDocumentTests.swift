import DocumentFuzzing
import Foundation
import Testing

/// `Scripts/fuzz-documents` looks at as many as one likes.
@Suite struct `A damaged document` {
  private let mutator: DocumentMutator

  init() throws {
    mutator = DocumentMutator(
      seed: 2026, texts: try notebooks().map { try String(contentsOf: $0, encoding: .utf8) })
  }

  @Test func `is read or refused, prints the same bytes and is exported`() throws {
    for number in 0..<600 {
      let document = mutator.document(number)
      do throws(DocumentCheck.Fault) {
        _ = try DocumentCheck().check(document)
      } catch {
        Issue.record("document \(number), \(document.kind): \(error)")
      }
    }
  }

  @Test func `is of each kind, and most can be read`() throws {
    let documents = (0..<300).map(mutator.document)

    for kind in MutatedDocument.Kind.allCases {
      let some = documents.filter { $0.kind == kind }
      let count = try some.count { try DocumentCheck().check($0) == .read }
      #expect(count > some.count / 4 && count < some.count, "\(kind): \(count) of \(some.count)")
    }
  }

  @Test func `is the same whenever it is made`() {
    for number in 0..<50 {
      #expect(mutator.document(number).bytes == mutator.document(number).bytes)
    }
  }
}
