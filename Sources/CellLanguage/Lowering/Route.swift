internal import CellChecking
internal import CellSyntax

/// A way to a place inside the value of a variable, along elements and stored properties.
struct Route {
  /// The variable that it begins at.
  enum Root {
    case slot(Int)
    case global(Int)
    case capture(Int)
  }

  enum Link {
    /// An element of an array, by its index.
    case element(TypedExpression)
    /// A stored property of a struct, or an element of a tuple.
    case field(Int)
    /// A stored property of an instance.
    case instanceField(Int)
    /// What an optional wraps; without it a fault, or the end of the chain.
    case payload(isImplicit: Bool, isChained: Bool)
    /// The value for a key of a dictionary; without it the same.
    case entry(TypedExpression, isImplicit: Bool, isChained: Bool)
    /// The value for a key of a dictionary to be changed; a key that is not there gets the other value.
    case entryOrPut(TypedExpression, TypedExpression)
  }

  var root: Root
  /// Whether the variable is in a box that closures share.
  var isBoxed: Bool
  var links: [(link: Link, range: SourceRange)] = []

  /// The slot of a variable that is meant whole.
  var wholeSlot: Int? {
    guard case .slot(let slot) = root, !isBoxed, links.isEmpty else { return nil }
    return slot
  }

  /// The number of a variable of the cells that is meant whole.
  var wholeGlobal: Int? {
    guard case .global(let index) = root, links.isEmpty else { return nil }
    return index
  }

  /// The number of a captured value that is meant whole.
  var wholeCapture: Int? {
    guard case .capture(let index) = root, !isBoxed, links.isEmpty else { return nil }
    return index
  }

  /// The slot whose value the one link leads into; `nil` when the way is longer or begins elsewhere.
  var onlySlot: Int? {
    guard case .slot(let slot) = root, !isBoxed, links.count == 1 else { return nil }
    return slot
  }

  /// The slot of an array of values with fields when the way is to a field of one of them, and which.
  var slotOfElementField: (slot: Int, field: Int)? {
    guard case .slot(let slot) = root, !isBoxed, links.count == 2, case .element = links[0].link,
      let field = links[1].link.field
    else { return nil }
    return (slot, field)
  }

  /// The slot of an array of arrays when the way is to an element of one of them.
  var slotOfElements: Int? {
    guard case .slot(let slot) = root, !isBoxed, links.count == 2, case .element = links[0].link,
      case .element = links[1].link
    else { return nil }
    return slot
  }

  /// Whether something may be put on the way, so that the place is to be changed in any case.
  var puts: Bool {
    links.contains { if case .entryOrPut = $0.link { true } else { false } }
  }

  /// How many links lead to the last instance on the way: what is before it is only read.
  var linksToInstance: Int {
    links.lastIndex { if case .instanceField = $0.link { true } else { false } } ?? 0
  }
}

extension RegisterBuilder {
  /// The way to a place that is settled; `nil` when that is a register, or no place.
  func route(to expression: TypedExpression) -> Route? {
    switch expression.kind {
    case .variable(let symbol): return route(to: symbol)
    case .element(let base, let index):
      return route(to: base, .element(index), expression.range)
    case .field(let base, let index), .tupleElement(let base, let index):
      return route(to: base, .field(index), expression.range)
    case .instanceField(let base, let index):
      return route(to: base, .instanceField(index), expression.range)
    case .force(let base):
      return payload(of: base, expression, isChained: false)
    case .unwrapInChain(let base): return payload(of: base, expression, isChained: true)
    case .dictionaryDefault(let base, let key, let standard):
      return route(to: base, .entryOrPut(key, standard), expression.range)
    case .reinterpret(let base): return route(to: base)
    case .staticField(let property, let owner, _):
      let index = lowerer.staticSlot(property, lowerer.final(owner)).index
      return Route(root: .global(index), isBoxed: false)
    default: return nil
    }
  }

  private func route(to base: TypedExpression, _ link: Route.Link, _ range: SourceRange)
    -> Route?
  {
    guard var route = route(to: base) else { return nil }
    route.links.append((link, range))
    return route
  }

  private func payload(
    of base: TypedExpression, _ expression: TypedExpression, isChained: Bool
  ) -> Route? {
    let isImplicit = expression.isImplicit
    if case .dictionaryValue(let table, let key) = base.kind {
      return route(
        to: table, .entry(key, isImplicit: isImplicit, isChained: isChained), expression.range)
    }
    return route(
      to: base, .payload(isImplicit: isImplicit, isChained: isChained), expression.range)
  }

  private func route(to symbol: VariableSymbol) -> Route? {
    if case .global(let index) = symbol.storage {
      return Route(root: .global(index), isBoxed: false)
    }
    if let index = lowerer.capture(of: symbol) {
      return Route(root: .capture(index), isBoxed: symbol.isBoxed)
    }
    guard !lowerer.isOwnName(symbol), lowerer.register(of: symbol) == nil,
      lowerer.record(of: symbol) == nil
    else { return nil }
    let slot = lowerer.slot(of: symbol)
    if let tail = lowerer.tail(of: symbol) { emit(.endGrowth, slot, tail) }
    return Route(root: .slot(slot), isBoxed: symbol.isBoxed)
  }

  /// The slot of a variable that lies in the frame as it is.
  func plainSlot(of symbol: VariableSymbol) -> Int? { route(to: symbol)?.wholeSlot }

  // MARK: - The cursor

  /// The registers of a route's indices and the slots of its keys, computed before the cursor sets out.
  func indices(_ route: Route) -> [Int] {
    route.links.map { item in
      switch item.link {
      case .element(let index): return scalar(index)
      case .entry(let key, _, _), .entryOrPut(let key, _):
        let (slot, isOwn) = slot(of: key, isSteady: true)
        if isOwn { keySlots.append(slot) }
        return slot
      case .field, .instanceField, .payload: return 0
      }
    }
  }

  /// Moves the cursor to a settled place; to be changed there, values on the way become its own.
  func go(_ place: TypedExpression, unique: Bool) {
    guard let route = route(to: place) else { return }
    go(route, indices(route), butLast: 0, unique: unique, place.range)
  }

  /// Moves the cursor along a route, but for so many links at its end.
  func go(
    _ route: Route, _ indices: [Int], butLast rest: Int, unique: Bool, _ range: SourceRange
  ) {
    let unique = unique || route.puts
    let steps = Array(zip(route.links, indices).dropLast(rest))
    var taken = 0
    if case .slot(let slot) = route.root, !route.isBoxed {
      taken = begin(slot, route, steps, unique: unique)
    } else {
      begin(route, range)
    }
    let read = unique ? route.linksToInstance : Int.max
    for (number, (item, index)) in steps.enumerated().dropFirst(taken) {
      if case .entryOrPut(_, let standard) = item.link {
        enter(route, indices, number, orPut: standard)
      } else {
        step(item.link, index, unique: number >= read, item.range)
      }
    }
    for slot in keySlots { giveBack(slot, isEmpty: true) }
    keySlots = []
  }

  /// Moves the cursor to the variable that a route begins at.
  private func begin(_ route: Route, _ range: SourceRange) {
    switch route.root {
    case .slot(let slot): emit(.cursorSlot, slot)
    case .global(let index): emit(.cursorGlobal, index)
    case .capture(let index): emit(.cursorCapture, index, lowerer.captureRegister)
    }
    if route.isBoxed { emit(.cursorBox, site: range) }
  }

  /// Moves the cursor to the value for a key. Where there is none, `standard` is computed, which may run
  /// anything, so that the cursor sets out again to put it there.
  private func enter(
    _ route: Route, _ indices: [Int], _ number: Int, orPut standard: TypedExpression
  ) {
    let range = route.links[number].range
    let end = newLabel()
    jump(.jumpToEntry, indices[number], to: end)
    let value = takeSlot()
    let outer = keySlots
    keySlots = []
    datum(standard, into: value)
    keySlots = outer
    begin(route, range)
    for (index, item) in route.links[..<number].enumerated() {
      if case .entryOrPut = item.link {
        putEntry(indices[index], item.range)
      } else {
        step(item.link, indices[index], unique: index >= route.linksToInstance, item.range)
      }
    }
    putEntry(indices[number], range)
    emit(.writeDatum, value)
    giveBack(value, isEmpty: true)
    place(end)
  }

  /// Moves the cursor to the value for a key; what stands for a new one is overwritten at once.
  private func putEntry(_ key: Int, _ range: SourceRange) {
    emit(.uniqueEntry, key, 0, Int(ScalarKind.boolean.code), site: range)
  }

  /// Moves the cursor to a slot, and along as many links as the same instruction takes; answers how many.
  private func begin(
    _ slot: Int, _ route: Route, _ steps: [((link: Route.Link, range: SourceRange), Int)],
    unique: Bool
  ) -> Int {
    guard let (first, index) = steps.first, case .element = first.link else {
      emit(.cursorSlot, slot)
      return 0
    }
    guard unique, route.linksToInstance == 0 else {
      emit(.cursorSlotElement, slot, index, site: first.range)
      return 1
    }
    if steps.count > 1, case .field(let field) = steps[1].0.link {
      emit(.uniqueSlotElementField, slot, index, field, site: first.range)
      return 2
    }
    emit(.uniqueSlotElement, slot, index, site: first.range)
    return 1
  }

  private func step(_ link: Route.Link, _ index: Int, unique: Bool, _ range: SourceRange) {
    switch link {
    case .element: emit(unique ? .uniqueElement : .cursorElement, index, site: range)
    case .field(let field), .instanceField(let field):
      emit(unique ? .uniqueField : .cursorField, field, site: range)
    case .payload(let isImplicit, isChained: false):
      emit(.cursorPayload, unique ? 1 : 0, isImplicit ? 1 : 0, site: range)
    case .payload(_, isChained: true):
      if let end = chainEnds.last { jump(.payloadOrJump, unique ? 1 : 0, to: end) }
    case .entry(_, let isImplicit, isChained: false):
      let end = newLabel()
      jump(.jumpToEntry, index, to: end)
      fault(Fault.foundNil(nil, isImplicit: isImplicit).message, site: range)
      place(end)
    case .entry(_, _, isChained: true):
      if let end = chainEnds.last { jump(.entryOrJump, index, to: end) }
    case .entryOrPut: break
    }
  }
}
