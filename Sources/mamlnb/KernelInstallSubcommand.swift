internal import ArgumentParser
internal import Glibc
internal import JupyterKernel

/// `mamlnb kernel install`: makes the kernel known to Jupyter.
struct KernelInstallSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Make the kernel known to Jupyter.",
    discussion: """
      It writes one file, NAME/kernel.json, among your own kernels or those of a virtual environment \
      (--prefix). What cells may reach is written into it: another --name with other options is \
      another kernel. 'jupyter kernelspec remove NAME' takes it away.
      """)

  @Flag(help: "For you alone (the default).")
  var user = false

  @Option(
    help: ArgumentHelp(
      "For all who use the programs of this folder: /usr/local, a virtual environment.",
      valueName: "folder"))
  var prefix: String?

  @Option(help: "What the kernel is called.")
  var name = "mamlnb"

  @Option(help: ArgumentHelp("What menus call it.", valueName: "text"))
  var displayName: String?

  @OptionGroup var reach: CellReach

  mutating func validate() throws {
    if user, prefix != nil {
      throw ValidationError("'--user' and '--prefix' are two places; name one")
    }
    if prefix == "" { throw ValidationError("'--prefix' needs a folder") }
  }

  func run() throws {
    guard let program = Self.program else { throw UsageError("cannot find out what runs here") }
    let standard = name == "mamlnb" ? "Swift (mamlnb)" : "Swift (\(name))"
    let specification = KernelSpecification(
      arguments: [program, "kernel", "--connection-file", "{connection_file}"] + reach.arguments,
      displayName: displayName ?? standard)
    do {
      let folder = try prefix.map(KernelSpecification.folder) ?? KernelSpecification.userFolder()
      let own = try specification.install(as: name, in: folder)
      print("the kernel '\(name)' is in '\(own)'; 'jupyter lab' has it in its launcher")
    } catch {
      throw UsageError("\(error)")
    }
  }

  /// The path of the program that runs.
  private static var program: String? {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
