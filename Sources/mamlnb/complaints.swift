internal import Glibc

/// Writes a line to standard error.
func complain(_ message: String) {
  let line = Array((message + "\n").utf8)
  _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
}

/// Says on standard error what stands in the output too, unless both go to one place.
func complainApart(_ line: String) {
  if !streamsAreOne { complain("mamlnb: \(line)") }
}

private var streamsAreOne: Bool {
  var (output, errors) = (stat(), stat())
  guard unsafe fstat(1, &output) == 0, unsafe fstat(2, &errors) == 0 else { return false }
  return output.st_dev == errors.st_dev && output.st_ino == errors.st_ino
}
