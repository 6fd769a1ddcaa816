internal import Glibc
internal import SystemFiles

/// Calls a function with the bytes of a file, 256 kB at a time.
func forEachChunk(
  of path: String, interrupt: () -> Bool, _ body: ([UInt8]) throws(DownloadError) -> Void
) throws(DownloadError) {
  let file = try usingFiles { () throws(FileError) in try FileAccess.everywhere.openFile(path) }
  while true {
    guard !interrupt() else { throw .interrupted }
    let chunk = try usingFiles { () throws(FileError) in try file.next(1 << 18, of: path) }
    if chunk.isEmpty { return }
    try body(chunk)
  }
}

/// Returns what a function returns; its error becomes one of a download.
func usingFiles<Result: ~Copyable>(
  _ body: () throws(FileError) -> Result
) throws(DownloadError) -> Result {
  do throws(FileError) { return try body() } catch { throw .file(error) }
}

/// Returns the number of bytes of a file.
func byteSize(ofFile path: String) throws(DownloadError) -> Int {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { throw .file(FileError(.read, path)) }
  return Int(status.st_size)
}
