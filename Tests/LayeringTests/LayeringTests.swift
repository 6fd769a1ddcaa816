import Foundation
import Testing

/// Who may import whom: each target, and what it may name directly.
///
/// Numerics and language are two cores that meet in `Prelude` alone. A target may import what it
/// reaches by the arrows of the README's picture; nothing may reach upwards or across. Below
/// everything is a ground floor of targets that import nothing but each other.
let picture: [String: Set<String>] = [
  "SystemFiles": ["COpenBeneath"],
  "Text": [],
  "Images": [],
  "Allowances": [],
  "Parallelism": ["Allowances"],
  "Tensors": ["Allowances", "COneDNN", "CKernels"],
  "Autodiff": ["Allowances", "Tensors"],
  "FewShotData": [
    "Allowances", "CArchive", "CJPEG", "CPNG", "Images", "Parallelism", "SystemFiles",
  ],
  "FusedMAML": ["Allowances", "COneDNN", "CKernels"],
  "MetaLearning": [
    "Allowances", "Autodiff", "Tensors", "FusedMAML", "FewShotData", "Images", "Parallelism",
    "SystemFiles", "Text",
  ],
  "Plotting": ["CGnuplot", "Images", "SystemFiles"],
  "Notebook": ["CCMark", "CYAML", "Text", "OrderedCollections"],
  "CellSyntax": [
    "SwiftSyntax", "SwiftParser", "SwiftParserDiagnostics", "SwiftDiagnostics", "SwiftOperators",
    "SwiftIfConfig",
  ],
  "CellChecking": ["CellSyntax", "SwiftOperators", "Text"],
  "CellLanguage": [
    "CellChecking", "CellSyntax", "SwiftSyntax", "SwiftParser", "SwiftOperators", "Allowances",
    "Parallelism",
    "Text",
  ],
  "Prelude": [
    "Allowances", "CellLanguage", "MetaLearning", "Autodiff", "Tensors", "FewShotData", "Plotting",
    "Parallelism", "Images", "SystemFiles", "Text",
  ],
  "Walkthrough": ["Autodiff", "FewShotData", "MetaLearning", "SystemFiles"],
  "NotebookSession": ["Allowances", "CShell", "Notebook", "CellLanguage", "SystemFiles", "Text"],
  "Publishing": ["CCMark", "CellLanguage", "Notebook", "Text"],
  "LineEditing": ["CLibEdit", "SystemFiles", "Text"],
  "JupyterKernel": [
    "CSHA256", "CZMQ", "NotebookSession", "Notebook", "CellLanguage", "SystemFiles", "Text",
  ],
  "Downloads": ["CCurl", "CSHA256", "FewShotData", "SystemFiles", "Text"],
  "mamlnb": [
    "NotebookSession", "Notebook", "CellLanguage", "Prelude", "Publishing", "LineEditing",
    "Downloads", "JupyterKernel", "Walkthrough", "FewShotData", "MetaLearning", "SystemFiles",
    "Text",
    "ArgumentParser",
  ],
]

/// What every target may import: the standard library's own modules and the C library. Not Foundation,
/// which brings 40 MB of tables along whenever the program starts.
let system: Set<String> = [
  "Swift", "FoundationEssentials", "Dispatch", "CDispatch", "Synchronization", "Glibc", "Musl",
  "Darwin",
]

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The Swift files below a folder of the package.
func swiftFiles(under folder: String) throws -> [URL] {
  try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
    .filter { $0.hasSuffix(".swift") }
    .map { root.appending(path: folder).appending(path: $0) }
}

/// The modules that a file's import lines name.
func imports(of file: URL) throws -> Set<String> {
  let pattern =
    /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
  let text = try String(contentsOf: file, encoding: .utf8)
  return Set(
    text.split(separator: "\n").compactMap { $0.firstMatch(of: pattern).map { String($0.1) } })
}

@Suite struct `The import lines` {
  @Test(arguments: picture.keys.sorted())
  func `of a target name only what the picture allows`(target: String) throws {
    let files = try swiftFiles(under: "Sources/\(target)")
    #expect(!files.isEmpty)

    for file in files {
      let foreign = try imports(of: file).subtracting(system)
        .subtracting(picture[target] ?? [])
      #expect(foreign.isEmpty, "\(file.lastPathComponent) imports \(foreign.sorted())")
    }
  }

  @Test func `are held to the picture for every Swift target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path)
    let swiftTargets = try folders.filter { try !swiftFiles(under: "Sources/\($0)").isEmpty }

    #expect(Set(swiftTargets) == Set(picture.keys))
  }
}

@Suite struct `Every source file` {
  @Test func `has at most 500 lines`() throws {
    for file in try swiftFiles(under: "Sources") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(lines <= 501, "\(file.lastPathComponent) has \(lines) lines")
    }
  }
}
