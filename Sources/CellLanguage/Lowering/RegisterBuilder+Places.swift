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
  }

  var root: Root
  /// Whether the variable is in a box that closures share.
  var isBoxed: Bool
  /// Whether the value of the variable may be changed.
  var isMutable: Bool
  var links: [(link: Link, range: SourceRange)] = []

  /// The slot of a variable that is meant whole.
  var wholeSlot: Int? {
    guard case .slot(let slot) = root, !isBoxed, links.isEmpty else { return nil }
    return slot
  }

  /// The slot whose value the one link leads into; `nil` when the way is longer or begins elsewhere.
  var onlySlot: Int? {
    guard case .slot(let slot) = root, !isBoxed, links.count == 1 else { return nil }
    return slot
  }

  /// The slot of an array of arrays when the way is to an element of one of them.
  var slotOfElements: Int? {
    guard case .slot(let slot) = root, !isBoxed, links.count == 2, case .element = links[0].link,
      case .element = links[1].link
    else { return nil }
    return slot
  }

  /// Whether what is there may be changed: a variable's parts, or whatever an instance holds.
  var isWritable: Bool {
    isMutable
      || links.contains { if case .instanceField = $0.link { true } else { false } }
  }
}

extension RegisterBuilder {
  /// The way to the place of an expression; `nil` when it is no place, or a way there calls something.
  func route(to expression: TypedExpression) -> Route? {
    switch expression.kind {
    case .variable(let symbol): return route(to: symbol)
    case .element(let base, let index):
      guard type(base).arrayElement != nil, kind(index) == .integer, isPure(index) else {
        return nil
      }
      return route(to: base, .element(index), expression.range)
    case .field(let base, let index), .tupleElement(let base, let index):
      return route(to: base, .field(index), expression.range)
    case .instanceField(let base, let index):
      return route(to: base, .instanceField(index), expression.range)
    case .reinterpret(let base): return route(to: base)
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

  private func route(to symbol: VariableSymbol) -> Route? {
    guard symbol !== lowerer.function.selfReference, !symbol.isFunction else { return nil }
    let isMutable = !symbol.isLet || symbol.isInout || !symbol.hasInitialValue
    if case .global(let index) = symbol.storage {
      return index < 1 << 16
        ? Route(root: .global(index), isBoxed: false, isMutable: isMutable) : nil
    }
    let key = ObjectIdentifier(symbol)
    if let index = lowerer.captures[key], lowerer.slots[key] == nil {
      return Route(
        root: .capture(index), isBoxed: symbol.isBoxed, isMutable: isMutable && symbol.isBoxed)
    }
    guard lowerer.register(of: symbol) == nil else { return nil }
    return Route(
      root: .slot(lowerer.slot(of: symbol)), isBoxed: symbol.isBoxed, isMutable: isMutable)
  }

  /// The slot of a variable that lies in the frame as it is.
  func plainSlot(of symbol: VariableSymbol) -> Int? {
    route(to: symbol)?.wholeSlot
  }

  // MARK: - The cursor

  /// The registers of a route's indices, computed before the cursor sets out.
  func indices(_ route: Route) -> [Int] {
    route.links.map { item in
      if case .element(let index) = item.link { scalar(index) } else { 0 }
    }
  }

  /// Moves the cursor along a route, but for so many links at its end.
  func go(
    _ route: Route, _ indices: [Int], butLast rest: Int, unique: Bool, _ range: SourceRange
  ) {
    var steps = Array(zip(route.links, indices).dropLast(rest))
    switch route.root {
    case .slot(let slot):
      if !unique, !route.isBoxed, let (first, index) = steps.first, case .element = first.link {
        emit(.cursorSlotElement, slot, index, site: first.range)
        steps.removeFirst()
      } else {
        emit(.cursorSlot, slot)
      }
    case .global(let index): emit(.cursorGlobal, index)
    case .capture(let index): emit(.cursorCapture, index)
    }
    if route.isBoxed { emit(.cursorBox, site: range) }
    for (item, index) in steps {
      switch item.link {
      case .element: emit(unique ? .uniqueElement : .cursorElement, index, site: item.range)
      case .field(let field), .instanceField(let field):
        emit(unique ? .uniqueField : .cursorField, field, site: item.range)
      }
    }
  }

  // MARK: - Reading

  /// Reads the scalar at a place.
  func read(_ expression: TypedExpression, into register: Int) -> Bool {
    guard let kind = kind(expression), let route = route(to: expression) else { return false }
    scoped {
      let indices = indices(route)
      if let slot = route.onlySlot {
        switch route.links[0].link {
        case .element:
          emit(.readSlotElement(kind), register, slot, indices[0], site: expression.range)
        case .field(let field), .instanceField(let field):
          emit(.readSlotField(kind), register, slot, field, site: expression.range)
        }
      } else if let slot = route.slotOfElements {
        emit(.readSlotElements(kind), register, slot, indices[0], site: expression.range)
        // The place is that of the word taken last.
        emit(.readSlotElements(kind), indices[1], site: expression.range)
      } else if case .element? = route.links.last?.link {
        go(route, indices, butLast: 1, unique: false, expression.range)
        emit(.readElement(kind), register, indices[indices.count - 1], site: expression.range)
      } else {
        go(route, indices, butLast: 0, unique: false, expression.range)
        emit(.read(kind), register, site: expression.range)
      }
    }
    return true
  }

  /// Reads the number of elements of the array at a place, or of characters of the text.
  func readCount(of expression: TypedExpression, into register: Int) -> Bool {
    guard let route = route(to: expression) else { return false }
    let isArray = type(expression).arrayElement != nil
    if let slot = route.wholeSlot {
      emit(isArray ? .readSlotCount : .readSlotTextCount, register, slot, site: expression.range)
      return true
    }
    scoped {
      go(route, indices(route), butLast: 0, unique: false, expression.range)
      emit(isArray ? .readCount : .readTextCount, register, site: expression.range)
    }
    return true
  }

  /// Code that puts a value, boxed, into a slot.
  func datum(_ expression: TypedExpression, into slot: Int) {
    if let kind = kind(expression) {
      return scoped { emit(.boxSlot, slot, scalar(expression), Int(kind.code)) }
    }
    if let constant = datum(of: expression) {
      parts.data.append(constant)
      return emit(.loadDatum, slot, parts.data.count - 1)
    }
    switch expression.kind {
    case .tuple, .structure, .enumeration, .array, .instance:
      if construct(expression, into: slot) { return }
    case .wrap(let value) where !type(value).isOptional: return datum(value, into: slot)
    case .call(let callee, let arguments):
      if call(callee, arguments, expression, .slot(slot)) { return }
    case .computed(let use, let arguments):
      if get(use, arguments, expression, .slot(slot)) { return }
    case .force(let value):
      if force(value, expression, .slot(slot)) { return }
    case .interpolation(let pieces): return interpolation(pieces, into: slot)
    case .variable(let symbol):
      if let source = plainSlot(of: symbol) { return emit(.copySlot, slot, source) }
      if let route = route(to: expression) {
        go(route, [], butLast: 0, unique: false, expression.range)
        return emit(.readDatum, slot)
      }
    case .dictionaryValue(let base, let key):
      if lookUp(key, in: base, expression, into: slot) { return }
    case .dictionaryDefault(let base, let key, let standard):
      if lookUp(key, in: base, orElse: standard, into: slot) { return }
    case .element(let base, _) where type(base).arrayElement?.arrayStorage != .values: break
    case .element, .field, .instanceField, .tupleElement:
      if let route = route(to: expression) {
        return scoped {
          go(route, indices(route), butLast: 0, unique: false, expression.range)
          emit(.readDatum, slot)
        }
      }
    default: break
    }
    escape(lowerer.code(expression), into: slot)
  }

  // MARK: - Writing

  /// Assigns a value to a place; `false` when a closure must.
  func assign(_ value: TypedExpression, to target: TypedExpression) -> Bool {
    if case .dictionaryValue(let base, let key) = target.kind {
      return store(value, for: key, in: base, target.range)
    }
    let kind = kind(target)
    if let register = lowerer.register(of: target) {
      guard self.kind(value) == kind else { return false }
      scalar(value, into: register)
      return true
    }
    guard let route = route(to: target), route.isWritable, self.kind(value) == kind else {
      return false
    }
    if let kind {
      write(scalar(value), kind, to: route, target.range)
      return true
    }
    if let slot = route.wholeSlot {
      datum(value, into: slot)
      return true
    }
    guard !route.links.isEmpty else { return false }
    let slot = takeSlot()
    datum(value, into: slot)
    go(route, indices(route), butLast: 0, unique: true, target.range)
    emit(.writeDatum, slot)
    giveBack(slot)
    return true
  }

  /// Writes the scalar in a register to a place.
  private func write(_ register: Int, _ kind: ScalarKind, to route: Route, _ range: SourceRange) {
    if case .global(let index) = route.root, route.links.isEmpty {
      return emit(.store(kind), register, index)
    }
    let indices = indices(route)
    if let slot = route.onlySlot, case .element = route.links[0].link {
      emit(.writeSlotElement(kind), register, indices[0], slot, site: range)
    } else if case .element? = route.links.last?.link {
      go(route, indices, butLast: 1, unique: true, range)
      emit(.writeElement(kind), register, indices[indices.count - 1], site: range)
    } else {
      go(route, indices, butLast: 0, unique: true, range)
      emit(.write(kind), register)
    }
  }

  /// `target op= value`; `false` when a closure must.
  func compound(
    _ operation: Operation, _ target: TypedExpression, _ value: TypedExpression,
    _ range: SourceRange
  ) -> Bool {
    if operation == .arrayAppend { return append(value, to: target) }
    if operation == .concatenate { return concatenate(value, to: target) }
    let type = type(target)
    guard let kind = kind(target), kind != .boolean, self.kind(value) == kind else { return false }
    let whole = TypedExpression(.operation(operation, [target, value]), type, range)
    if let register = lowerer.register(of: target) {
      scalar(whole, into: register)
      return true
    }
    if case .dictionaryDefault(let base, let key, let standard) = target.kind {
      return entry(operation, base, key, standard, value, range)
    }
    guard let route = route(to: target), route.isWritable else { return false }
    let operand = scalar(value)
    let current = lowerer.temporaryRegister()
    scalar(target, into: current)
    if kind == .floating {
      double(operation, current, operand, type, into: current)
    } else {
      integer(operation, current, operand, type, range, into: current)
    }
    write(current, kind, to: route, target.range)
    return true
  }

  private func append(_ value: TypedExpression, to target: TypedExpression) -> Bool {
    guard let element = type(target).arrayElement, let route = route(to: target),
      route.isWritable
    else { return false }
    guard let kind = element.scalarKind else {
      let slot = takeSlot()
      datum(value, into: slot)
      go(route, indices(route), butLast: 0, unique: true, target.range)
      emit(.appendDatum, slot, site: target.range)
      giveBack(slot)
      return true
    }
    guard self.kind(value) == kind else { return false }
    let register = scalar(value)
    go(route, indices(route), butLast: 0, unique: true, target.range)
    emit(.append(kind), register, site: target.range)
    return true
  }
}

extension Opcode {
  static func read(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readInteger
    case .floating: .readDouble
    case .boolean: .readBoolean
    }
  }

  static func write(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .writeInteger
    case .floating: .writeDouble
    case .boolean: .writeBoolean
    }
  }

  fileprivate static func writeElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .writeElementInteger
    case .floating: .writeElementDouble
    case .boolean: .writeElementBoolean
    }
  }

  static func readSlotElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotElementInteger
    case .floating: .readSlotElementDouble
    case .boolean: .readSlotElementBoolean
    }
  }

  fileprivate static func readSlotElements(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotElementsInteger
    case .floating: .readSlotElementsDouble
    case .boolean: .readSlotElementsBoolean
    }
  }

  fileprivate static func readSlotField(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotFieldInteger
    case .floating: .readSlotFieldDouble
    case .boolean: .readSlotFieldBoolean
    }
  }

  fileprivate static func writeSlotElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .writeSlotElementInteger
    case .floating: .writeSlotElementDouble
    case .boolean: .writeSlotElementBoolean
    }
  }

  fileprivate static func append(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .appendInteger
    case .floating: .appendDouble
    case .boolean: .appendBoolean
    }
  }
}
