internal import CellChecking
internal import CellSyntax

/// What a compiled function was compiled from, by which it is found again in another process.
enum FunctionOrigin {
  /// A function that has a symbol.
  case function(FunctionReference)
  /// A closure, or a local function, inside another function.
  case closure(ClosureOrigin)
}

/// Where the code of a closure stands, and what tells it from others that stand there.
final class ClosureOrigin {
  let root: FunctionRoot
  let source: SourceText
  let range: SourceRange
  let name: String
  let parameters: [Type]
  let result: Type
  let captures: [(name: String, type: Type, isBoxed: Bool)]

  init(_ root: FunctionRoot, _ function: TypedFunction, _ final: (Type) -> Type) {
    self.root = root
    source = function.source
    range = function.range
    name = function.name
    parameters = function.parameters.map { final($0.type) }
    result = final(function.result)
    captures = function.captures.map { ($0.name, final($0.type), $0.isBoxed) }
  }
}

/// What a variable in the cells' storage is.
enum GlobalOwner: Hashable, Sendable {
  /// A variable of a cell, by the number of that among the texts.
  case variable(String, cell: Int)
  case staticProperty(StaticKey)
  /// The last value that a prompt showed, by the number of its place among all.
  case lastValue(Int)
}

/// Something that the machine asked the compiler for while a cell ran.
///
/// It sees the declarations of its moment, so it is compiled after the same cell again.
enum RuntimeAddition: Sendable {
  case function(FunctionReference)
  case type(Type)
  case allocator(Type)
}

extension Program {
  /// Notes where a closure comes from.
  func noteClosure(_ function: CompiledFunction, _ typed: TypedFunction, _ checker: BodyChecker) {
    function.origin = .closure(ClosureOrigin(checker.root, typed) { checker.final($0) })
    closures.append(function)
  }

  /// Notes what is compiled because the running cell needs it.
  func notePending() {
    guard isRunning else { return }
    compiled.additions += pending.map { .function($0.reference) }
  }
}
