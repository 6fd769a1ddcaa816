package import SystemFiles

/// Returns the text of a file, which must be UTF-8.
public func readText(_ path: String) throws -> String { try readText(path, in: .everywhere) }

/// Returns the lines of a text file, without their ends.
public func readLines(_ path: String) throws -> [String] { try readLines(path, in: .everywhere) }

/// Writes a text as a file, in place of what was there.
public func writeText(_ text: String, to path: String) throws {
  try writeText(text, to: path, in: .everywhere)
}

/// Returns the text of one of the files that may be used.
package func readText(_ path: String, in files: FileAccess) throws -> String {
  guard let text = String(validating: try files.read(path), as: UTF8.self) else {
    throw TextFileError.notUTF8(path: path)
  }
  return text
}

/// Returns the lines of one of the files that may be used.
package func readLines(_ path: String, in files: FileAccess) throws -> [String] {
  let text = try readText(path, in: files)
  var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  // The end of the last line starts no other.
  if lines.last?.isEmpty == true { lines.removeLast() }
  return lines.map(String.init)
}

/// Writes one of the files that may be used.
package func writeText(
  _ text: String, to path: String, in files: FileAccess, makingFolders: Bool = false
) throws {
  try files.write(Array(text.utf8), to: path, lasting: .program, makingFolders: makingFolders)
}

/// Why a file is no text.
public enum TextFileError: Error, Equatable {
  /// Its bytes are not UTF-8.
  case notUTF8(path: String)
}

extension TextFileError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .notUTF8(let path): "'\(path)' is not a text in UTF-8"
    }
  }
}
