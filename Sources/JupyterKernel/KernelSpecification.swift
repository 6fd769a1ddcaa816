internal import Glibc
internal import SystemFiles
internal import Text

/// What Jupyter reads to know of a kernel: a folder with a file that says how to start it.
///
/// ```json
/// {"argv": ["/usr/bin/mamlnb", "kernel", "--connection-file", "{connection_file}"],
///  "display_name": "Swift (mamlnb)", "language": "swift", "interrupt_mode": "message"}
/// ```
public struct KernelSpecification: Sendable {
  /// What to run; Jupyter puts the file of the connection in place of `{connection_file}`.
  public var arguments: [String]
  /// What menus call it.
  public var displayName: String

  /// A specification.
  public init(arguments: [String], displayName: String) {
    self.arguments = arguments
    self.displayName = displayName
  }

  /// The file's text.
  package var text: String {
    JSONValue.object([
      "argv": .array(arguments.map { .string($0) }),
      "display_name": .string(displayName),
      "language": .string("swift"),
      "interrupt_mode": .string("message"),
      "metadata": .object(["debugger": .bool(false)]),
    ]).text
  }

  /// Writes it where Jupyter finds it under a name.
  ///
  /// - Parameter folder: the folder of the kernels: ``userFolder(environment:)`` or
  ///   ``folder(under:)``.
  /// - Returns: the kernel's own folder.
  public func install(as name: String, in folder: String) throws(KernelError) -> String {
    let isName = name.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber)
        || "._-".contains(character)
    }
    guard isName, !name.isEmpty, name != ".", name != ".." else { throw .name(name) }
    let own = folder + "/" + name
    do {
      try FileAccess.everywhere.write(
        Array(text.utf8), to: own + "/kernel.json", makingFolders: true)
    } catch {
      throw .file(error)
    }
    return own
  }

  /// The folder of the kernels of all who use the programs below a folder: `/usr/local`, or that of a
  /// virtual environment.
  public static func folder(under prefix: String) -> String {
    prefix + (prefix.hasSuffix("/") ? "" : "/") + "share/jupyter/kernels"
  }

  /// The folder of a person's own kernels, as Jupyter looks for it.
  ///
  /// - Parameter environment: the value of a variable; nil where it has none.
  public static func userFolder(
    environment: (String) -> String? = environmentVariable
  ) throws(KernelError) -> String {
    if let data = environment("JUPYTER_DATA_DIR") { return data + "/kernels" }
    if let data = environment("XDG_DATA_HOME") { return data + "/jupyter/kernels" }
    guard let home = environment("HOME") else { throw .noHome }
    return home + "/.local/share/jupyter/kernels"
  }

  /// The value of a variable of the process; nil where it is empty.
  public static func environmentVariable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
