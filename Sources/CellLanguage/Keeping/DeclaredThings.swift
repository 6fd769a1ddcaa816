internal import CellChecking
internal import CellSyntax

/// A place where something is declared, in a form that another process understands.
struct DeclaredPlace: Hashable {
  enum Source: Hashable {
    /// The text of a cell, by its number.
    case cell(Int)
    case library(String, line: Int)
  }

  var source: Source
  var range: SourceRange
}

/// The root of a closure.
enum ClosureRoot: Hashable {
  case cell
  case function(FunctionReference)
  case allocator(Type)
}

/// A type in the signature of a closure, which was not always found out where nothing asked for it.
enum LooseType: Hashable {
  case type(Type)
  /// One that cannot be named, in words.
  case text(String)

  init(_ type: Type) {
    let isVague = type.contains {
      switch $0 {
      case .parameter, .member, .variable, .error: true
      case .nominal, .tuple, .function, .existential, .metatype, .unresolved: false
      }
    }
    self = isVague ? .text(type.description) : .type(type)
  }
}

/// What tells one closure from all others.
struct ClosureKey: Hashable {
  struct Capture: Hashable {
    var name: String
    var type: LooseType
    var isBoxed: Bool
  }

  var root: ClosureRoot
  var place: DeclaredPlace
  var name: String
  var parameters: [LooseType]
  var result: LooseType
  var captures: [Capture]
  var slotCount: Int
  var registerCount: Int
}

/// What sources that were compiled again declare, looked up by where it is declared.
///
/// Where two things fit, none is answered: what cannot be told is not restored.
final class DeclaredThings {
  let program: Program
  let compiler: Compiler
  private(set) var closures: ClosureIndex
  private let numbers: [ObjectIdentifier: Int]

  init(_ program: Program, closures: ClosureIndex) {
    self.program = program
    compiler = program.compiler
    self.closures = closures
    numbers = closures.numbers
  }

  /// A type at run time.
  func typeObject(_ type: Type) throws -> TypeObject {
    let object = program.typeObject(type)
    // A class with a `deinit` refers to functions.
    try compilePending()
    return object
  }

  func compile(_ reference: FunctionReference) throws -> CompiledFunction {
    let function = program.function(for: reference)
    try compilePending()
    return function
  }

  func compileAllocator(of type: Type) throws {
    _ = program.allocator(of: type)
    try compilePending()
  }

  private func compilePending() throws {
    guard !program.pending.isEmpty || compiler.totalErrorCount > 0 else { return }
    program.compilePending()
    guard compiler.totalErrorCount == 0 else { throw KeptError.wrongSource }
  }

  func closure(_ key: ClosureKey) -> CompiledFunction? {
    closures.add(program.closures)
    program.closures = []
    return closures.find(key)
  }

  // MARK: - Types

  func type(_ name: String, at place: DeclaredPlace) -> Nominal? {
    let symbols = (compiler.environment.names[name] ?? []) + compiler.library.symbols(named: name)
    return only(
      symbols.compactMap { symbol in
        guard case .type(let nominal) = symbol, isDeclared(nominal, at: place) else { return nil }
        return nominal
      })
  }

  func type(_ name: String, in parent: Nominal, at place: DeclaredPlace) -> Nominal? {
    let members = compiler.memberTable(of: parent).members[name] ?? []
    return only(
      members.compactMap { member in
        guard case .type(let nominal) = member, isDeclared(nominal, at: place) else { return nil }
        return nominal
      })
  }

  private func isDeclared(_ nominal: Nominal, at place: DeclaredPlace) -> Bool {
    guard let source = nominal.context?.source, let range = nominal.declaration?.range else {
      return false
    }
    return self.place(source, range) == place
  }

  // MARK: - Members

  func property(_ name: String, of owner: Nominal, at place: DeclaredPlace) -> PropertySymbol? {
    let members = compiler.memberTable(of: owner).members[name] ?? []
    return only(
      members.compactMap { member in
        guard case .property(let property) = member,
          self.place(property.context.source, property.node.pattern.range) == place
        else { return nil }
        return property
      })
  }

  func function(
    _ name: String, of owner: Nominal?, at place: DeclaredPlace, kind: UInt8, isStatic: Bool
  ) -> FunctionSymbol? {
    let symbols = owner.map { functions(of: $0) } ?? functions(named: name)
    return only(
      symbols.filter { symbol in
        symbol.name == name && symbol.isStatic == isStatic && symbol.owner === owner
          && symbol.declaration.kind.number == kind
          && self.place(symbol.context.source, symbol.declaration.range) == place
      })
  }

  private func functions(of owner: Nominal) -> [FunctionSymbol] {
    let members = Array(compiler.memberTable(of: owner).members.values.joined())
    return members.flatMap { (member: Member) -> [FunctionSymbol] in
      switch member {
      case .function(let symbol): [symbol]
      case .property(let property):
        [property.getter, property.setter, property.willSet, property.didSet].compactMap { $0 }
      case .subscript(let symbol): [symbol.getter] + (symbol.setter.map { [$0] } ?? [])
      case .enumCase, .type, .alias, .associatedType: []
      }
    }
  }

  private func functions(named name: String) -> [FunctionSymbol] {
    let symbols = (compiler.environment.names[name] ?? []) + compiler.library.symbols(named: name)
    return symbols.compactMap { symbol in
      if case .function(let function) = symbol { function } else { nil }
    }
  }

  private func place(_ source: SourceText, _ range: SourceRange) -> DeclaredPlace? {
    DeclaredPlace(source, range, numbers)
  }

  private func only<T: AnyObject>(_ found: [T]) -> T? {
    guard let first = found.first, found.allSatisfy({ $0 === first }) else { return nil }
    return first
  }
}

extension DeclaredPlace {
  /// A place in a library or in one of the cells that have these numbers.
  init?(_ source: SourceText, _ range: SourceRange, _ numbers: [ObjectIdentifier: Int]) {
    if source.isLibrary {
      self.source = .library(source.name, line: source.lineOffset)
    } else {
      guard let number = numbers[ObjectIdentifier(source)] else { return nil }
      self.source = .cell(number)
    }
    self.range = range
  }
}
