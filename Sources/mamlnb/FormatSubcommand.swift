internal import ArgumentParser
internal import Notebook
internal import NotebookSession
internal import SystemFiles

/// `mamlnb format FILE…`: cells as they are usually written, and prose as it is.
struct FormatSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", _superCommandName: MamlnbCommand.name,
    abstract: "Write the fences and options of notebooks as they are usually written.",
    discussion: """
      A fence becomes one of backticks at the left margin with 'swift' or 'sh' behind it, as long as the \
      cell's contents need; options get one order and one way to be written; the last line of a cell gets \
      an end. Prose, front matter and code stay as they are, byte for byte, and lines end as they did.

      A file in which something is wrong stays as it is, and what is wrong is told; '--fix' mends what was \
      nearly right, as '{#name}' behind a fence or 'label:' for 'id:', and says what it changed. The exit \
      status is 1 where '--check' finds a file that would change, and 2 where a file cannot be formatted.
      """)

  @Argument(
    help:
      "The notebooks, or folders of notebooks; '-' for standard input, which goes to standard output.",
    completion: .file(extensions: ["mamlnb"]))
  var files: [String]

  @Flag(help: "Write nothing: list the files that would change.")
  var check = false

  @Flag(help: "Mend what was nearly written right, too.")
  var fix = false

  func run() throws {
    var (changed, failed, count) = (0, false, 0)
    for file in files {
      do {
        for path in try paths(file) {
          count += 1
          do {
            if try format(path) { changed += 1 }
          } catch {
            failed = true
            complain("mamlnb: error: \(error)")
          }
        }
      } catch {
        failed = true
        complain("mamlnb: error: \(error)")
      }
    }
    if files != ["-"] {
      let notebooks = count == 1 ? "1 notebook" : "\(count) notebooks"
      let verb = check ? "would change" : "changed"
      complain("mamlnb: \(notebooks) looked at, \(changed == 0 ? "none" : "\(changed)") \(verb)")
    }
    if failed { throw ExitCode(2) }
    if check, changed > 0 { throw ExitCode.failure }
  }

  private func paths(_ path: String) throws -> [String] {
    if path == "-" { return [path] }
    switch try FileAccess.everywhere.kind(of: path) {
    case nil: throw UsageError.missing(path)
    case .folder:
      let paths = NotebookFile.notebooks(in: path)
      if paths.isEmpty { throw UsageError("no notebook is in '\(path)'") }
      return paths
    case .file: return [path]
    case .other: throw UsageError("'\(path)' is no file; '-' is standard input")
    }
  }

  /// Formats a file, and says whether it changes.
  private func format(_ path: String) throws -> Bool {
    let isInput = path == "-"
    let bytes = isInput ? StandardInput.bytes() ?? [] : try FileAccess.everywhere.read(path)
    let name = isInput ? StandardInput.name : path
    do {
      _ = try NotebookDocument(decoding: bytes)
    } catch {
      throw NotebookFileError.notUTF8(path: name, error)
    }
    var text = String(decoding: bytes, as: UTF8.self)
    var changes: [MendedNotebook.Change] = []
    if fix {
      let mended = MendedNotebook(text)
      (text, changes) = (mended.text, mended.changes.reversed())
    }
    let document = try NotebookFile.document(decoding: Array(text.utf8), named: name)
    guard let formatted = document.formatted,
      NotebookDocument(parsing: formatted).means(theSame: document)
    else { throw UnformattedNotebook(path: name) }
    for change in changes { complain("\(name):\(change.line): \(change.description)") }
    let isChanged = !formatted.utf8.elementsEqual(bytes)
    if check {
      if isChanged { print(name) }
    } else if isInput {
      print(formatted, terminator: "")
    } else if isChanged {
      try FileAccess.everywhere.rewrite(path, with: Array(formatted.utf8))
    }
    return isChanged
  }
}

/// A notebook that would mean something else when it is formatted, which is a fault of this program.
struct UnformattedNotebook: Error, CustomStringConvertible {
  /// The file.
  let path: String

  /// The fault in words.
  var description: String { "'\(path)' stays as it is: formatted, it would be another notebook" }
}
