internal import SystemFiles

/// What a file turned out to be.
package enum Verdict: Sendable, Hashable {
  /// The official archive, byte for byte.
  case official
  /// Another archive, which holds what it must hold.
  case equivalent
}

extension DataSet.Archive {
  /// Says what a file is.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - source: What errors call it.
  ///   - isOfficial: Whether only the official file will do.
  /// - Throws: What is wrong with it: a wrong size or digest of one that must be official, a fault of
  ///   any other.
  func verdict(
    on path: String, from source: String, isOfficial: Bool, interrupt: () -> Bool
  ) throws(DownloadError) -> Verdict {
    let size = try byteSize(ofFile: path)
    if size == self.size {
      let digest = try SHA256Digest.ofFile(path, interrupt: interrupt)
      if digest == self.digest { return .official }
      if isOfficial { throw .wrongDigest(source: source, digest: digest, expected: self.digest) }
    }
    if isOfficial { throw .wrongSize(source: source, size: size, expected: self.size) }
    do {
      guard let fault = try fault(path, interrupt) else { return .equivalent }
      throw DownloadError.unfit(source: source, fault: fault)
    } catch let error as DownloadError {
      throw error
    } catch let error as FileError {
      throw .file(error)
    } catch is CancellationError {
      throw .interrupted
    } catch {
      throw .noLibrary(reason: "\(error)")
    }
  }
}
