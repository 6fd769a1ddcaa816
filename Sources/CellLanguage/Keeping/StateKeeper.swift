internal import CellChecking

/// Writes states as bytes, each as the difference to the one before it.
///
/// ```swift
/// let keeper = StateKeeper(blobs: journal)
/// let (bytes, kept) = try keeper.keep(result.state, after: before)
/// ```
///
/// Types and functions are not written: they follow from the sources, which are compiled again. What is
/// written is the value of each variable that the cell has changed, by the cell and the name that declare
/// it, and what was compiled only while the cell ran.
public final class StateKeeper {
  // The blobs may be those of the journal that has the keeper.
  private unowned let blobs: any KeptBlobs
  private let hosts = HostTable()

  /// A keeper that puts long values among blobs, which must outlive it.
  public init(blobs: any KeptBlobs) { self.blobs = blobs }

  /// The bytes that make a state of the one before it, the numbers of the blobs that they need, and what
  /// the state after this one is to be kept after.
  public func keep(_ state: CellState, after parent: KeptState) throws -> (
    bytes: [UInt8], blobNumbers: [Int], kept: KeptState
  ) {
    try onLargeStack { _ in Result { try write(state, after: parent) } }.get()
  }

  private func write(_ state: CellState, after parent: KeptState) throws -> (
    bytes: [UInt8], blobNumbers: [Int], kept: KeptState
  ) {
    let environment = state.environment
    let before = parent.state
    let newSources = environment.sources.count - before.environment.sources.count
    guard newSources == 0 || newSources == 1, state.isLater(than: before) else {
      throw KeptError.manySources
    }
    let names = newWriter(environment)
    names.writer.put(byte: UInt8(newSources))
    names.writer.put(byte: environment.hasDeinitializers ? 1 : 0)
    try names.writer.write(newSources == 0 ? nil : state.compiled.finishedStatements)
    try names.writer.write(state.random.map { Int(bitPattern: UInt($0.state)) })
    try write(state.compiled.additions[before.compiled.additions.count...], names)
    var kept = KeptState(state)
    kept.hashes = parent.hashes
    let changed = try write(state, after: parent, names, &kept)
    try writeGraph(changed, of: state, after: parent, names, &kept)
    return (names.writer.bytes, names.writer.blobNumbers, kept)
  }

  private func newWriter(_ environment: Environment) -> GraphWriter {
    GraphWriter(environment, blobs: blobs, hosts: hosts)
  }

  private func write(_ additions: ArraySlice<RuntimeAddition>, _ names: GraphWriter) throws {
    names.writer.put(count: additions.count)
    for addition in additions {
      switch addition {
      case .function(let reference):
        names.writer.put(byte: 0)
        try names.put(reference)
      case .type(let type):
        names.writer.put(byte: 1)
        try names.put(type)
      case .allocator(let type):
        names.writer.put(byte: 2)
        try names.put(type)
      }
    }
  }

  /// Writes the variables that lead to no references and have changed; answers those that lead to some,
  /// and whether any of these may have changed.
  private func write(
    _ state: CellState, after parent: KeptState, _ names: GraphWriter, _ kept: inout KeptState
  ) throws -> (slots: [Int], isNew: Bool) {
    let old = parent.state.globals
    let wasInGraph = Set(parent.graph)
    var graph: [Int] = []
    var isNew = false
    for (slot, value) in state.globals.enumerated() {
      if slot < old.count ? value.isSame(as: old[slot]) : value.isVoid {
        if wasInGraph.contains(slot) { graph.append(slot) }
        continue
      }
      let owner = state.compiled.owners[slot]
      do {
        let content = newWriter(state.environment)
        guard try content.put(value, plainOnly: true) else {
          graph.append(slot)
          isNew = true
          continue
        }
        if !value.isScalar {
          let hash = content.writer.bytes.keptHash
          if !wasInGraph.contains(slot), kept.hashes[slot] == hash { continue }
          kept.hashes[slot] = hash
        } else {
          kept.hashes[slot] = nil
        }
        names.writer.put(byte: 1)
        try names.put(owner)
        try names.write(content)
      } catch let problem as KeptError {
        throw KeptError.variable(owner.name, problem)
      }
    }
    names.writer.put(byte: 0)
    return (graph, isNew || graph != parent.graph)
  }

  /// Writes the variables that lead to references, all together, if any of them has changed.
  private func writeGraph(
    _ changed: (slots: [Int], isNew: Bool), of state: CellState, after parent: KeptState,
    _ names: GraphWriter, _ kept: inout KeptState
  ) throws {
    kept.graph = changed.slots
    kept.graphHash = parent.graphHash
    guard changed.isNew, !changed.slots.isEmpty else {
      if changed.slots.isEmpty { kept.graphHash = nil }
      return names.writer.put(byte: 0)
    }
    let content = newWriter(state.environment)
    for slot in changed.slots {
      kept.hashes[slot] = nil
      do {
        _ = try content.put(state.globals[slot], plainOnly: false)
      } catch let problem as KeptError {
        throw KeptError.variable(state.compiled.owners[slot].name, problem)
      }
    }
    let hash = content.writer.bytes.keptHash
    kept.graphHash = hash
    guard hash != parent.graphHash || changed.slots != parent.graph else {
      return names.writer.put(byte: 0)
    }
    names.writer.put(byte: 1)
    names.writer.put(count: changed.slots.count)
    for slot in changed.slots { try names.put(state.compiled.owners[slot]) }
    try names.write(content)
  }
}

extension CellState {
  /// Whether it is another with more added: then the numbers of variables mean the same in both.
  fileprivate func isLater(than other: CellState) -> Bool {
    let (sources, before) = (environment.sources, other.environment.sources)
    return compiled.additions.count >= other.compiled.additions.count
      && compiled.owners.count >= other.compiled.owners.count && sources.count >= before.count
      && before.indices.last.map { sources[$0] === before[$0] } ?? true
  }
}

extension GraphWriter {
  /// What another writer has written.
  fileprivate func write(_ content: GraphWriter) throws {
    try writer.write(content.writer.bytes)
    writer.blobNumbers += content.writer.blobNumbers
  }

  /// What a variable is.
  func put(_ owner: GlobalOwner) throws {
    switch owner {
    case .variable(let name, let cell):
      writer.put(byte: 0)
      writer.put(text: name)
      writer.put(count: cell)
    case .staticProperty(let key):
      writer.put(byte: 1)
      try put(key.property)
      try put(key.type)
    // A prompt's state is no cell's.
    case .lastValue: throw KeptError.missing("_")
    }
  }
}

extension GlobalOwner {
  /// What messages call the variable.
  var name: String {
    switch self {
    case .variable(let name, _): name
    case .staticProperty(let key): "\(key.type).\(key.property.name)"
    case .lastValue: "_"
    }
  }
}

extension Datum {
  fileprivate var isVoid: Bool { if case .void = self { true } else { false } }
}

extension [UInt8] {
  /// A hash by which contents of one process are compared.
  fileprivate var keptHash: KeyedHash.Digest {
    var hash = KeyedHash(key: KeyedHash.Key(low: 0x6D61_6D6C, high: 0x6E62))
    unsafe hash.add(span.bytes)
    return hash.value
  }
}
