extension Lowerer {
  func optional(_ expression: TypedExpression) -> Code {
    let site = site(expression.range)
    switch expression.kind {
    case .wrap(let value):
      let inner = code(value)
      guard type(value).isOptional else { return inner }
      return { .some(SomeObject(try inner($0))) }
    case .coalesce(let a, let b):
      let left = code(a)
      let right = code(b)
      return { frame in try left(frame).unwrapped ?? right(frame) }
    case .coalesceOptional(let a, let b):
      let left = code(a)
      let right = code(b)
      return { frame in
        let value = try left(frame)
        if case .none = value { return try right(frame) }
        return value
      }
    case .ternary(let test, let a, let b):
      let condition = condition(test)
      let left = code(a)
      let right = code(b)
      return { try condition($0) ? left($0) : right($0) }
    case .force(let value):
      let inner = code(value)
      let isImplicit = expression.isImplicit
      return { frame in
        guard let result = try inner(frame).unwrapped else {
          throw Fault.foundNil(site, isImplicit: isImplicit)
        }
        return result
      }
    case .forceOrFail(let value):
      let inner = code(value)
      return { frame in
        guard let result = try inner(frame).unwrapped else { throw InitializerFailed() }
        return result
      }
    case .unwrapInChain(let value):
      let inner = code(value)
      return { frame in
        guard let result = try inner(frame).unwrapped else { throw ChainEnded() }
        return result
      }
    case .chain(let value, let wraps):
      let inner = code(value)
      let isOptional = wraps && type(value).isOptional
      return { frame in
        do {
          let result = try inner(frame)
          return isOptional ? .some(SomeObject(result)) : result
        } catch is ChainEnded {
          return .none
        }
      }
    case .weaken(let value):
      let inner = code(value)
      return { .weak(WeakObject(try inner($0).instanceObject)) }
    case .strengthen(let value):
      let inner = code(value)
      let isOptional = type(expression).isOptional
      return { frame in
        guard case .weak(let object) = try inner(frame) else { return .none }
        if let instance = object.instance { return .instance(instance) }
        guard isOptional else {
          throw Fault(
            "Fatal error: Attempted to read an unowned reference but the object was already destroyed",
            at: site)
        }
        return .none
      }
    case .convertEach(let value, let function):
      return convertEach(value, function, type(expression), site)
    case .attemptOptional(let value, let wraps):
      let inner = code(value)
      let isOptional = wraps && type(value).isOptional
      return { frame in
        do {
          let result = try inner(frame)
          return isOptional ? .some(SomeObject(result)) : result
        } catch is Thrown {
          return .none
        } catch let error as HostFailure where !(error.error is CancellationError) {
          return .none
        }
      }
    case .attemptForced(let value):
      let inner = code(value)
      return { frame in
        do { return try inner(frame) } catch let thrown as Thrown {
          let text = try frame.machine.describe(thrown.value, .any, debug: true)
          throw Fault(
            "Fatal error: 'try!' expression unexpectedly raised an error: \(text)", at: site)
        }
      }
    default: return { _ in .void }
    }
  }

  private func convertEach(
    _ value: TypedExpression, _ function: TypedFunction, _ type: Type, _ site: Site
  ) -> Code {
    let inner = code(value)
    let convert = closure(function)
    let element = type.arrayElement
    return { frame in
      let closure = try convert(frame)
      let datum = try inner(frame)
      let machine = frame.machine
      if let element {
        return .array(
          try (datum.arrayElements ?? []).map { try machine.call(closure, [$0], at: site) },
          of: element)
      }
      if case .dictionary(let table) = datum {
        let result = DictionaryObject()
        for pair in table.pairs {
          try machine.store(
            machine.call(closure, [pair.value], at: site), for: pair.key, in: result)
        }
        return .dictionary(result)
      }
      guard let payload = datum.unwrapped else { return .none }
      return try machine.call(closure, [payload], at: site)
    }
  }
}

/// An error that a host function threw.
struct HostFailure: Error {
  var error: any Error
  var site: Site
  /// The calls that it came through, innermost first.
  var frames: [CellFailure.Frame] = []
}
