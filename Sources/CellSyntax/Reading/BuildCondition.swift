internal import SwiftDiagnostics
internal import SwiftIfConfig
internal import SwiftSyntax

/// What `#if` in a cell asks about: a cell is compiled as `swiftc` would compile it here, without flags.
struct CellBuildConfiguration: BuildConfiguration {
  func isCustomConditionSet(name: String) -> Bool { false }
  func hasFeature(name: String) -> Bool { false }
  func hasAttribute(name: String) -> Bool { false }

  /// Cells have the standard library and what they use of Foundation.
  func canImport(
    importPath: [(TokenSyntax, String)], version: CanImportVersion
  ) -> Bool {
    ["Swift", "Foundation", "FoundationEssentials", "Glibc"].contains(importPath.first?.1)
  }

  func isActiveTargetOS(name: String) -> Bool { name == "Linux" }
  func isActiveTargetArchitecture(name: String) -> Bool { name == architecture }
  func isActiveTargetEnvironment(name: String) -> Bool { false }
  func isActiveTargetRuntime(name: String) -> Bool { name == "_Native" || name == "_multithreaded" }
  func isActiveTargetPointerAuthentication(name: String) -> Bool { name == "_none" }
  func isActiveTargetObjectFormat(name: String) -> Bool { name == "ELF" }

  var targetPointerBitWidth: Int { 64 }
  var targetAtomicBitWidths: [Int] { [8, 16, 32, 64, 128] }
  var endianness: Endianness { .little }
  var languageVersion: VersionTuple { VersionTuple(6, 0) }
  var compilerVersion: VersionTuple { VersionTuple(6, 3) }

  private var architecture: String {
    #if arch(arm64)
      "arm64"
    #else
      "x86_64"
    #endif
  }
}

extension SyntaxReader {
  /// The part of `#if` that counts here; nil where none does.
  func active(_ node: IfConfigDeclSyntax) -> IfConfigClauseSyntax.Elements? {
    let (clause, diagnostics) = node.activeClause(in: CellBuildConfiguration())
    for diagnostic in diagnostics where diagnostic.diagMessage.severity == .error {
      report(diagnostic.message, at: diagnostic.node)
    }
    return clause?.elements
  }

  /// The cases of a `switch` without those that `#if` leaves out.
  func activeCases(_ list: SwitchCaseListSyntax) -> [SwitchCaseSyntax] {
    list.flatMap { item -> [SwitchCaseSyntax] in
      switch item {
      case .switchCase(let node): return [node]
      case .ifConfigDecl(let node):
        guard case .switchCases(let list)? = active(node) else { return [] }
        return activeCases(list)
      @unknown default: return []
      }
    }
  }
}
