import CellLanguage
import Foundation
import SwiftParser
import SwiftSyntax
import Testing

@Suite struct ProgramTests {
  /// A cell's function is the library's function: a notebook that is exported as a program finds every
  /// one of them, with the same labels, types and defaults.
  @Test func `every declaration of the library compiles in a Swift program`() throws {
    // What begins with an underscore is between the library and its own cells.
    let entries = LibraryEntry.all.filter { entry in
      let declaration = entry.function.declaration
      return declaration != "var shape: [Int]" && !declaration.contains("func _")
    }
    var uses = try entries.enumerated().map { number, entry in
      try #require(Use(entry, number: number), "\(entry)").text
    }
    // In a program it is a `Shape`, which is written and read as the array is.
    uses.append("func useShape(_ x: Tensor) -> Bool { x.shape == [2, 3] && x.shape[0] == 2 }")
    let program =
      [
        "Autodiff", "FewShotData", "Foundation", "Images", "MetaLearning", "Plotting", "Prelude",
        "Tensors",
      ]
      .map { "import \($0)\n" }.joined() + uses.joined(separator: "\n")

    let errors = try Compiler().errors(in: program)

    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
  }
}

// MARK: - Uses

/// A function that uses a declaration with all its arguments, and with those alone that have to be
/// given.
private struct Use {
  /// The function's text, on one line.
  private(set) var text = ""
  private var parameters: [String] = []
  /// What stands for each generic parameter, and for `Self`.
  private var chosen: [String: String] = [:]
  /// The parameters that are changed in place.
  private var changed: [String] = []

  init?(_ entry: LibraryEntry, number: Int) {
    guard let item = Parser.parse(source: entry.function.declaration).statements.first?.item,
      let declaration = item.as(DeclSyntax.self)
    else { return nil }
    chosen["Self"] = entry.isOfProtocol ? "Owner" : entry.owner
    let modifiers =
      declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers.map(\.name.text) ?? []
    let isInstance =
      entry.owner != nil && !modifiers.contains("static")
      && !declaration.is(InitializerDeclSyntax.self)
    if isInstance {
      // What every type of a protocol can do is tried with any of them.
      parameters.append("_ x: \(entry.isOfProtocol ? "Owner" : entry.owner ?? "")")
    }
    let target = isInstance ? "x" : entry.owner
    var uses: [String] = []
    if let function = declaration.as(FunctionDeclSyntax.self) {
      let name = function.name.text
      for generic in function.genericParameterClause?.parameters ?? [] {
        chosen[generic.name.text] = Self.choice(for: generic.inheritedType?.trimmedDescription)
      }
      let result = (function.signature.returnClause?.type).map { self.text(of: $0) }
      let clause = function.signature.parameterClause
      let all = arguments(clause, required: false)
      let attempt = function.signature.effectSpecifiers?.throwsClause == nil ? "" : "try "
      if function.name.tokenKind.isOperator {
        let operands = clause.parameters.indices.enumerated().map { "a\($0.offset)" }
        uses = [
          operands.count == 1
            ? "let _: \(result ?? "Void") = \(name)\(operands[0])"
            : result == nil
              ? "var v = a0; v \(name) a1; _ = v" : "let _: \(result ?? "") = a0 \(name) a1"
        ]
      } else {
        let path = target.map { "\($0).\(name)" } ?? name
        if modifiers.contains("mutating") { changed.append("x") }
        let copies = changed.map { "var \($0) = \($0); " }.joined()
        for call in Set([all, arguments(clause, required: true, declares: false)]) {
          uses.append("\(copies)let _: \(result ?? "Void") = \(attempt)\(path)(\(call))")
        }
      }
    } else if let initializer = declaration.as(InitializerDeclSyntax.self) {
      let clause = initializer.signature.parameterClause
      let owner = entry.owner ?? ""
      let all = arguments(clause, required: false)
      let attempt = initializer.signature.effectSpecifiers?.throwsClause == nil ? "" : "try "
      for call in Set([all, arguments(clause, required: true, declares: false)]) {
        uses.append("let _: \(owner) = \(attempt)\(owner)(\(call))")
      }
    } else if let member = declaration.as(SubscriptDeclSyntax.self) {
      let call = arguments(member.parameterClause, required: false)
      uses.append("let _: \(self.text(of: member.returnClause.type)) = x[\(call)]")
    } else if let variable = declaration.as(VariableDeclSyntax.self),
      let binding = variable.bindings.first, let type = binding.typeAnnotation?.type
    {
      let name = binding.pattern.trimmedDescription
      uses.append("let _: \(self.text(of: type)) = \(target ?? "").\(name)")
      if binding.accessorBlock?.description.contains("set") == true {
        uses.append("var v = x; v.\(name) = x.\(name)")
      }
    } else {
      return nil
    }
    let generics = entry.isOfProtocol ? "<Owner: \(entry.owner ?? "")>" : ""
    text =
      "func use\(number)\(generics)(\(parameters.joined(separator: ", "))) throws { "
      + uses.map { "do { \($0) }" }.joined(separator: "; ") + " }"
  }

  /// The arguments of a call, whose values are the parameters of the function that calls.
  private mutating func arguments(
    _ clause: FunctionParameterClauseSyntax, required: Bool, declares: Bool = true
  ) -> String {
    var given: [String] = []
    for (index, parameter) in clause.parameters.enumerated() {
      let isChanged = parameter.type.as(AttributedTypeSyntax.self)?.specifiers.isEmpty == false
      if declares {
        parameters.append("_ a\(index): \(text(of: parameter.type))")
        if isChanged { changed.append("a\(index)") }
      }
      if required, parameter.defaultValue != nil || parameter.ellipsis != nil { continue }
      let label = parameter.firstName.text
      let argument = isChanged ? "&a\(index)" : "a\(index)"
      given.append(label == "_" ? argument : "\(label): \(argument)")
    }
    return given.joined(separator: ", ")
  }

  /// A type as a program writes it, with a type of its own for what is generic.
  private func text(of type: TypeSyntax) -> String {
    var type = type
    // A value is given for what is changed in place; closures are what they are declared as.
    if let attributed = type.as(AttributedTypeSyntax.self), !attributed.specifiers.isEmpty {
      type = attributed.baseType
    }
    return type.tokens(viewMode: .sourceAccurate)
      .map { token in
        chosen[token.text].map { $0 + token.trailingTrivia.description } ?? token.description
      }
      .joined().trimmingCharacters(in: .whitespaces)
  }

  /// A type that conforms to a protocol.
  private static func choice(for constraint: String?) -> String {
    switch constraint {
    case "ParameterTree": "Tensor"
    case "Sequence": "[Double]"
    default: "Double"
    }
  }
}

extension TokenKind {
  fileprivate var isOperator: Bool {
    switch self {
    case .binaryOperator, .prefixOperator, .postfixOperator: true
    default: false
    }
  }
}

// MARK: - Compiling

/// The Swift compiler, with the modules that these tests were built with.
private struct Compiler {
  /// The folder of what was built: where the tests themselves are.
  private let built: URL

  init() throws {
    let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
    let tests = try #require(
      maps.split(separator: "\n").first { $0.hasSuffix("PackageTests.xctest") }?
        .drop { $0 != "/" })
    built = URL(filePath: String(tests)).deletingLastPathComponent()
  }

  /// The errors in a program; none where it compiles.
  func errors(in program: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "program.swift")
    try program.write(to: file, atomically: true, encoding: .utf8)
    let (text, isSuccess) = try output(
      of: ["swiftc", "-typecheck", file.path, "-I", built.appending(path: "Modules").path]
        + ["-I", try syntaxFolder()]
        + moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] })
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
    let errors = text.split(separator: "\n").filter { $0.contains(": error:") }.map { error in
      // The use that is wrong, with the message.
      let line = error.split(separator: ":").dropFirst().first.flatMap { Int($0) } ?? 1
      return "\(error)\n  \(lines[line - 1])"
    }
    return errors.isEmpty && !isSuccess ? [text] : errors
  }

  /// The folder of the modules of Swift's own syntax, which the libraries import.
  private func syntaxFolder() throws -> String {
    struct Description: Decodable {
      struct Paths: Decodable { var runtimeResourcePath: String }
      var paths: Paths
    }
    let text = try output(of: ["swiftc", "-print-target-info"]).text
    let description = try JSONDecoder().decode(Description.self, from: Data(text.utf8))
    return description.paths.runtimeResourcePath + "/host"
  }

  /// What a command printed, and whether it succeeded.
  private func output(of command: [String]) throws -> (text: String, isSuccess: Bool) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.terminationStatus == 0)
  }

  /// The maps of the C libraries that the modules import.
  private var moduleMaps: [String] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    func folders(_ root: URL, _ suffix: String) -> [URL] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
      return names.filter { $0.hasPrefix("C") && $0.hasSuffix(suffix) }
        .map { root.appending(path: $0) }
    }
    let places =
      folders(sources, "").flatMap { [$0, $0.appending(path: "include")] }
      + folders(built, ".build")
    return places.map { $0.appending(path: "module.modulemap").path }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }
}
