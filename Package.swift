// swift-tools-version: 6.2

import Glibc
import PackageDescription

/// The folder of the toolchain in use that holds its SwiftSyntax, compiled for its own compiler.
///
/// This manifest is linked with the package manager's description library, so the place that was
/// loaded from says which toolchain runs: one in /usr, an unpacked archive, or swiftly's choice.
let syntaxFolder: String = {
  let description = "/pm/ManifestAPI/libPackageDescription.so"
  let maps = fopen("/proc/self/maps", "r")
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  var folder = ""
  while let maps, folder.isEmpty, getline(&line, &capacity, maps) > 0, let line {
    let path = String(cString: line).drop { $0 != "/" }.dropLast()
    if path.hasSuffix(description) { folder = path.dropLast(description.count) + "/host" }
  }
  guard access(folder + "/SwiftParser.swiftmodule", F_OK) == 0 else {
    let problem =
      "this Swift toolchain has no compiled SwiftParser (looked for it in '\(folder)'); "
      + "use the toolchain of swift.org, its container image or swiftly, 6.3 or newer\n"
    _ = write(2, problem, problem.utf8.count)
    exit(1)
  }
  return folder
}()

/// Settings of every Swift target: the language of tomorrow, and no warning left standing.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // Whoever imports CellLanguage is asked for the modules that it imports, too.
  .unsafeFlags(["-I", syntaxFolder]),
]

/// A Swift library of this package.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A C or C++ leaf: its header is plain C, so Swift imports it without C++ interoperation.
///
/// Whatever most runs do without is opened when it is first called, so leaves link nothing.
func leaf(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, cxxSettings: [.headerSearchPath(".")])
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, pkgConfig: String? = nil, debian package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The tests of one target; they find the files of a `Fixtures` folder by their own path.
func tests(_ target: String, _ dependencies: [Target.Dependency] = [], fixtures: Bool = false)
  -> Target
{
  .testTarget(
    name: "\(target)Tests", dependencies: [.init(stringLiteral: target)] + dependencies,
    exclude: fixtures ? ["Fixtures"] : [], swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")

let package = Package(
  name: "mamlnb",
  products: [
    .executable(name: "mamlnb", targets: ["mamlnb"]),
    .library(
      name: "MetaLearning",
      targets: ["MetaLearning", "Autodiff", "Tensors", "FewShotData", "Images", "SystemFiles"]),
    .library(name: "Plotting", targets: ["Plotting", "Images", "SystemFiles"]),
    .library(name: "CellLanguage", targets: ["CellLanguage"]),
    .library(name: "Prelude", targets: ["Prelude"]),
    // What notebooks that were exported as programs are linked with.
    .library(
      name: "NotebookLibraries", type: .dynamic,
      targets: [
        "Prelude", "MetaLearning", "Autodiff", "Tensors", "FewShotData", "Plotting", "Images",
        "Parallelism", "SystemFiles",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    leaf("CSharedLibrary"),
    leaf("COneDNN", ["CSharedLibrary"]),
    leaf("CArchive", ["CSharedLibrary"]),
    leaf("CPNG", ["CSharedLibrary"]),
    leaf("CJPEG", ["CSharedLibrary"]),
    leaf("CLibEdit", ["CSharedLibrary"]),
    leaf("CCurl", ["CSharedLibrary"]),
    leaf("CSHA256", ["CSharedLibrary"]),
    leaf("CZMQ", ["CSharedLibrary"]),
    leaf("CShell"),
    leaf("CKernels"),
    leaf("CGnuplot"),
    system("CYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
    // Its entry for pkg-config has the extensions, too, which nothing here calls.
    system("CCMark", debian: "libcmark-gfm-dev"),
    // The ground floor: what more than one target needs, and nothing of what any of them is for.
    leaf("COpenBeneath"),
    library("SystemFiles", ["COpenBeneath"]),
    library("Text"),
    library("Images"),
    library("Allowances"),
    library("Parallelism", ["Allowances"]),
    library("Tensors", ["Allowances", "COneDNN", "CKernels"]),
    library("Autodiff", ["Allowances", "Tensors"]),
    library("FusedMAML", ["Allowances", "COneDNN", "CKernels"]),
    library(
      "FewShotData",
      ["Allowances", "CArchive", "CJPEG", "CPNG", "Images", "Parallelism", "SystemFiles"]),
    library(
      "MetaLearning",
      [
        "Allowances", "Autodiff", "Tensors", "FusedMAML", "FewShotData", "Images", "Parallelism",
        "SystemFiles", "Text",
      ]),
    library("Plotting", ["CGnuplot", "Images", "SystemFiles"]),
    library("Notebook", ["CCMark", "CYAML", "Text", orderedCollections]),
    library("CellSyntax"),
    library("CellChecking", ["CellSyntax", "Text"]),
    .target(
      name: "CellLanguage",
      dependencies: ["Allowances", "CellChecking", "CellSyntax", "Parallelism", "Text"],
      swiftSettings: settings,
      linkerSettings: [
        .unsafeFlags(["-L", syntaxFolder, "-Xlinker", "-rpath", "-Xlinker", syntaxFolder])
      ]),
    library(
      "Prelude",
      [
        "Allowances", "CellLanguage", "MetaLearning", "Autodiff", "Tensors", "FewShotData",
        "Plotting", "Parallelism", "Images", "SystemFiles", "Text",
      ]),
    library("Walkthrough", ["Autodiff", "FewShotData", "MetaLearning", "SystemFiles"]),
    library(
      "NotebookSession",
      ["Allowances", "CShell", "Notebook", "CellLanguage", "SystemFiles", "Text"]),
    library("Publishing", ["CCMark", "CellLanguage", "Notebook", "Text"]),
    library("LineEditing", ["CLibEdit", "SystemFiles", "Text"]),
    library(
      "JupyterKernel",
      ["CSHA256", "CZMQ", "NotebookSession", "Notebook", "CellLanguage", "SystemFiles", "Text"]),
    library("Downloads", ["CCurl", "CSHA256", "FewShotData", "SystemFiles", "Text"]),
    .executableTarget(
      name: "mamlnb",
      dependencies: [
        "NotebookSession", "Notebook", "CellLanguage", "Prelude", "Publishing", "LineEditing",
        "Downloads", "JupyterKernel", "Walkthrough", "FewShotData", "MetaLearning", "SystemFiles",
        "Text",
        argumentParser,
      ],
      // A link to the document, which is part of the program so.
      resources: [.embedInCode("notebook-format.md")],
      swiftSettings: settings),
    .testTarget(name: "LayeringTests", swiftSettings: settings),
    tests("CSharedLibrary"),
    tests("SystemFiles"),
    tests("Text"),
    tests("Parallelism"),
    tests("Allowances"),
    tests("Tensors", ["Allowances", "FewShotData", "Parallelism"]),
    tests("Autodiff", ["FewShotData", "Parallelism"]),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    tests("FusedMAML", ["CAllocationCounter"]),
    tests("FewShotData", ["Images", "SystemFiles"], fixtures: true),
    tests("MetaLearning", ["Images", "SystemFiles"], fixtures: true),
    tests("Plotting", ["Images", "SystemFiles"]),
    // Damaged documents, for tests and for Scripts/fuzz-documents.
    .target(
      name: "DocumentFuzzing", dependencies: ["Notebook", "Publishing"],
      path: "Tests/DocumentFuzzing", swiftSettings: settings),
    .executableTarget(
      name: "fuzz-documents", dependencies: ["DocumentFuzzing"], path: "Tests/FuzzDocuments",
      swiftSettings: settings),
    tests("Notebook", ["FewShotData"]),
    tests("CellLanguage"),
    tests("Prelude", ["CellLanguage", "Allowances", "SystemFiles"], fixtures: true),
    tests("Walkthrough", ["Autodiff", "FewShotData", "MetaLearning", "Tensors"]),
    tests("NotebookSession"),
    tests("Publishing", ["CellLanguage", "DocumentFuzzing", "Notebook", "Text"]),
    tests("LineEditing"),
    // They also run the program itself, for Jupyter's clients.
    tests(
      "JupyterKernel",
      ["mamlnb", "CellLanguage", "Notebook", "NotebookSession", "SystemFiles", "Text"]),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["mamlnb", "NotebookSession", "Notebook", "CellLanguage", "Prelude"],
      swiftSettings: settings),
    tests("Downloads", ["SystemFiles"]),
    // They run the program itself, in a terminal.
    .testTarget(name: "ScreenTests", dependencies: ["mamlnb"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17)
