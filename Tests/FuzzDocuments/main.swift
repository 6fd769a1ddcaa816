import DocumentFuzzing
import Foundation
import Glibc

// fuzz-documents SEED FIRST END FOLDER TEXT…: looks at the mutated documents from number FIRST to before
// END. Scripts/fuzz-documents starts it, and starts it again behind a document that ended it.
//
// FOLDER/number has the number of the document that is looked at, FOLDER/fault-N the documents of which
// something does not hold. With END - FIRST = 1 the document is kept in any case.

/// The processor's seconds that one document may take; more ends the program by SIGPROF.
let limit = 5

let arguments = CommandLine.arguments.dropFirst().map { $0 }
guard arguments.count >= 4, let seed = UInt64(arguments[0]), let first = Int(arguments[1]),
  let end = Int(arguments[2]), first >= 0, first <= end
else {
  print("usage: fuzz-documents SEED FIRST END FOLDER TEXT…")
  exit(2)
}
let folder = arguments[3]
let texts = try arguments.dropFirst(4).flatMap { path in
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let examples = SpecificationExample.all(in: text)
  return examples.isEmpty ? [text] : examples.map(\.markdown)
}
let mutator = DocumentMutator(seed: seed, texts: texts)
let check = DocumentCheck()

func say(_ text: String) {
  print(text)
  fflush(nil)
}

func keep(_ document: MutatedDocument, _ number: Int) throws {
  try Data(document.bytes).write(
    to: URL(filePath: "\(folder)/fault-\(number).\(document.fileExtension)"))
}

var (readCount, faultCount) = (0, 0)
let start = ContinuousClock.now
let place = unsafe open("\(folder)/number", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
for number in first..<end {
  // As wide as the greatest, so that what was there is written over.
  let text = Array((String(number) + "                    ").utf8.prefix(20))
  _ = unsafe text.withUnsafeBytes { unsafe pwrite(place, $0.baseAddress, $0.count, 0) }
  var timer = itimerval()
  timer.it_value.tv_sec = limit
  unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  let document = mutator.document(number)
  if end - first == 1 { try keep(document, number) }
  do throws(DocumentCheck.Fault) {
    if try check.check(document) == .read { readCount += 1 }
  } catch {
    faultCount += 1
    try keep(document, number)
    say(
      "document \(number) of seed \(seed): \(document.kind): \(String(error.description.prefix(2000)))"
    )
  }
  let done = number - first + 1
  if done.isMultiple(of: 10_000) || number == end - 1 {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    say(
      "\(number + 1) of \(end) documents, \(readCount) of \(done) read, \(faultCount) faults, "
        + "\(Int(Double(done) / max(0.001, seconds))) a second")
  }
}
exit(faultCount == 0 ? 0 : 1)
