internal import CellChecking
internal import CellSyntax

/// Makes states of what a ``StateKeeper`` wrote, one cell after another, without running them.
///
/// ```swift
/// let restorer = StateRestorer(runner, blobs: journal)
/// for cell in cells {
///   state = try restorer.restore(cell.bytes, source: cell.source, named: cell.name, after: state)
/// }
/// ```
///
/// The sources are compiled again, so the result can be run from as the state itself could. An error says
/// that the cell must run; nothing is half restored.
public final class StateRestorer {
  private let runner: CellRunner
  private let blobs: any KeptBlobs
  private let types: KeptTypes
  private let arrays = BlobCache()
  private let hosts = HostBoxes()
  /// The closures of the cells so far.
  private var closures = ClosureIndex()
  /// Where the variables of the cells so far are.
  private var slots: [GlobalOwner: Int] = [:]
  private var slotCount = 0

  /// A restorer for one row of cells.
  public init(_ runner: CellRunner, blobs: any KeptBlobs) {
    self.runner = runner
    self.blobs = blobs
    types = KeptTypes(runner.library)
  }

  /// The state after a cell.
  ///
  /// - Parameters:
  ///   - bytes: what was written of it.
  ///   - source: the text of the cell, the same as then.
  ///   - name: what messages call it.
  ///   - lineOffset: lines before the cell in its file.
  ///   - parent: the state after the cell before it, which this restorer answered.
  public func restore(
    _ bytes: [UInt8], source: String, named name: String = "cell", lineOffset: Int = 0,
    after parent: CellState
  ) throws -> CellState {
    let text = SourceText(source, named: name, lineOffset: lineOffset)
    return try onLargeStack { lowest in
      Result { try read(bytes, text, parent, lowestStack: lowest) }
    }.get()
  }

  private func read(
    _ bytes: [UInt8], _ text: SourceText, _ parent: CellState, lowestStack: UInt
  ) throws -> CellState {
    var reader = KeptReader(bytes, blobs: blobs, types: types, cache: arrays)
    let program = runner.newProgram(from: parent)
    let compiler = program.compiler
    if try reader.read(Bool.self) {
      guard runner.compile(text, program) != nil else { throw KeptError.wrongSource }
      closures.add(text, number: compiler.environment.sources.count - 1)
    }
    let hasDeinitializers: Bool = try reader.read()
    let finishedStatements: Int? = try reader.read()
    let random: Int? = try reader.read()
    closures.add(program.closures)
    program.closures = []
    let declared = DeclaredThings(program, closures: closures)
    let names = GraphReader(reader, declared, hosts: hosts)
    try readAdditions(names)
    compiler.environment.hasDeinitializers = hasDeinitializers
    var globals = parent.globals
    let tables = try readVariables(&globals, names) + readGraph(&globals, names)
    guard names.reader.isAtEnd else { throw KeptError.damaged }
    fill(&globals, to: program.compiled.valueCount)
    try rehash(tables, program, globals, lowestStack: lowestStack)
    // What a failed cell left undone is unknown again.
    if let finishedStatements { program.forgetUnfinished(finished: finishedStatements) }
    program.compiled.finishedStatements = finishedStatements
    program.noteUnset(globals)
    closures = declared.closures
    var state = CellState()
    state.environment = compiler.environment
    state.compiled = program.compiled
    state.globals = globals
    state.random = random.map { CellRandom(state: UInt64(UInt(bitPattern: $0))) }
    return state
  }

  private func readAdditions(_ names: GraphReader) throws {
    for _ in 0..<(try names.reader.length()) {
      let program = names.program
      switch try names.reader.byte() {
      case 0:
        let reference = try names.reference()
        _ = try names.declared.compile(reference)
        program.compiled.additions.append(.function(reference))
      case 1:
        let type = try names.type()
        _ = try names.declared.typeObject(type)
        program.compiled.additions.append(.type(type))
      case 2:
        let type = try names.type()
        try names.declared.compileAllocator(of: type)
        program.compiled.additions.append(.allocator(type))
      default: throw KeptError.damaged
      }
    }
  }

  private func readVariables(
    _ globals: inout [Datum], _ names: GraphReader
  ) throws -> [DictionaryObject] {
    var tables: [DictionaryObject] = []
    while try names.reader.read(Bool.self) {
      let slot = try slot(names)
      let content = try content(names)
      fill(&globals, to: names.program.compiled.valueCount)
      globals[slot] = try content.datum()
      guard content.reader.isAtEnd else { throw KeptError.damaged }
      tables += content.tables
    }
    return tables
  }

  private func readGraph(
    _ globals: inout [Datum], _ names: GraphReader
  ) throws -> [DictionaryObject] {
    guard try names.reader.read(Bool.self) else { return [] }
    let slots = try (0..<(try names.reader.length())).map { _ in try slot(names) }
    let content = try content(names)
    fill(&globals, to: names.program.compiled.valueCount)
    for slot in slots { globals[slot] = try content.datum() }
    guard content.reader.isAtEnd else { throw KeptError.damaged }
    return content.tables
  }

  /// A reader of what stands next.
  private func content(_ names: GraphReader) throws -> GraphReader {
    let bytes: [UInt8] = try names.reader.read()
    return GraphReader(
      KeptReader(bytes, blobs: blobs, types: types, cache: arrays), names.declared, hosts: hosts)
  }

  /// Where a variable is.
  private func slot(_ names: GraphReader) throws -> Int {
    let program = names.program
    let owner: GlobalOwner
    switch try names.reader.byte() {
    case 0: owner = .variable(try names.reader.text(), cell: try names.reader.count())
    case 1:
      let key = StaticKey(property: try names.property(), type: try names.type())
      if program.compiled.staticSlots[key] == nil {
        program.compiled.staticSlots[key] = program.newGlobal(.staticProperty(key))
      }
      owner = .staticProperty(key)
    default: throw KeptError.damaged
    }
    let owners = program.compiled.owners
    while slotCount < owners.count {
      slots[owners[slotCount]] = slotCount
      slotCount += 1
    }
    guard let slot = slots[owner] else { throw KeptError.missing(owner.name) }
    return slot
  }

  private func fill(_ globals: inout [Datum], to count: Int) {
    while globals.count < count { globals.append(.void) }
  }

  /// Puts keys under the hashes that they have in this process, which the program may make itself.
  private func rehash(
    _ tables: [DictionaryObject], _ program: Program, _ globals: [Datum], lowestStack: UInt
  ) throws {
    guard !tables.isEmpty else { return }
    let isPlain = tables.allSatisfy { $0.entries.allSatisfy { $0.key.isPlainKey } }
    guard !isPlain else {
      for table in tables { table.rehash { $0.tableHash } }
      return
    }
    let machine = Machine(
      program: program, original: globals, console: SilentConsole(), interrupt: InterruptFlag(),
      limits: runner.limits, graveyard: Graveyard(), lowestStack: lowestStack)
    machine.isWhole = true
    defer { _ = machine.finish(remembersResult: false) }
    for table in tables { try table.rehash { try machine.keyHash($0) } }
    guard program.compiler.totalErrorCount == 0 else { throw KeptError.wrongSource }
  }
}

/// Shows nothing.
private final class SilentConsole: Console {
  func emit(_ event: OutputEvent) {}
}
