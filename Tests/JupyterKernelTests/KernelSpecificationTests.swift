import Foundation
import JupyterKernel
import Testing
import Text

@Suite struct KernelSpecificationTests {
  private let specification = KernelSpecification(
    arguments: ["/bin/mamlnb", "kernel", "--connection-file", "{connection_file}"],
    displayName: "Swift")

  @Test func `is installed where Jupyter finds it`() throws {
    let folder = try Folder()

    let own = try specification.install(
      as: "my-swift.2", in: KernelSpecification.folder(under: folder.path))

    #expect(own == folder.path + "/share/jupyter/kernels/my-swift.2")
    let text = try String(contentsOfFile: own + "/kernel.json", encoding: .utf8)
    let value = try JSONValue(parsing: text)
    #expect(value["argv"]?.array?.count == 4)
    #expect(value["interrupt_mode"]?.string == "message")
  }

  @Test(arguments: ["", "a b", "a/b", "..", ".", "é", "a\0"])
  func `has no name that Jupyter does not take`(name: String) throws {
    let folder = try Folder()

    #expect(throws: KernelError.name(name)) {
      try specification.install(as: name, in: folder.path)
    }
  }

  @Test func `of a person is where the environment says`() throws {
    func folder(_ environment: [String: String]) throws(KernelError) -> String {
      try KernelSpecification.userFolder { environment[$0] }
    }

    #expect(try folder(["HOME": "/h"]) == "/h/.local/share/jupyter/kernels")
    #expect(try folder(["HOME": "/h", "XDG_DATA_HOME": "/x"]) == "/x/jupyter/kernels")
    #expect(try folder(["HOME": "/h", "JUPYTER_DATA_DIR": "/j"]) == "/j/kernels")
    #expect(throws: KernelError.noHome) { try folder([:]) }
  }
}
