// swift-tools-version: 6.2

import Glibc
import PackageDescription

/// The toolchain's own SwiftSyntax, which whoever imports CellLanguage is asked for; the manifest of
/// mamlnb says more.
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
  return folder
}()

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that whoever builds mamlnb builds no benchmarks.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "mamlnb", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "CPeak"),
    .executableTarget(
      name: "engine-benchmark",
      dependencies: [
        "CPeak",
        .product(name: "CellLanguage", package: "mamlnb"),
        .product(name: "MetaLearning", package: "mamlnb"),
        .product(name: "Prelude", package: "mamlnb"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings + [.unsafeFlags(["-I", syntaxFolder])]),
    .executableTarget(
      name: "accuracy-benchmark",
      dependencies: [
        .product(name: "MetaLearning", package: "mamlnb"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "figures-benchmark",
      dependencies: [
        .product(name: "Plotting", package: "mamlnb"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "cells-benchmark",
      dependencies: [.product(name: "CellLanguage", package: "mamlnb")],
      swiftSettings: settings + [.unsafeFlags(["-I", syntaxFolder])]),
    .executableTarget(
      name: "checkpoint-probe",
      dependencies: [.product(name: "MetaLearning", package: "mamlnb")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6])
