internal import Glibc

extension [Datum] {
  /// Lets go of values that lead to others, without native calls as deep as the values are nested: the
  /// end of a list of a million nodes must not be the end of the process.
  ///
  /// Objects call this when they end. The first on a thread lets go of its values one by one; what
  /// ends meanwhile only adds its own values to those.
  mutating func dismantle() {
    guard contains(where: \.leadsFurther) else { return }
    if let running = Dismantling.running {
      running.pending += self.reversed()
      self = []
      return
    }
    let dismantling = Dismantling(pending: self.reversed())
    self = []
    dismantling.run()
  }
}

/// The letting go of values on one thread.
private final class Dismantling {
  /// The last is let go of first: so what stood first ends first.
  var pending: [Datum]

  init(pending: [Datum]) { self.pending = pending }

  /// What is running on this thread.
  static var running: Dismantling? {
    unsafe pthread_getspecific(key).map { pointer in
      unsafe Unmanaged<Dismantling>.fromOpaque(pointer).takeUnretainedValue()
    }
  }

  private static let key = {
    var key = pthread_key_t()
    let status = unsafe pthread_key_create(&key, nil)
    precondition(status == 0, "a thread has room for one more value")
    return key
  }()

  func run() {
    unsafe pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
    defer { pthread_setspecific(Self.key, nil) }
    while let next = pending.popLast() {
      // Arrays end without a word, so theirs is said here.
      if case .values(let values) = next, values.count <= Datum.longestLink {
        pending += values.reversed()
      }
      // Here `next` ends, and with it perhaps an object, which adds its values.
    }
  }
}

extension Datum {
  /// Lets go of the value as an array of them does.
  mutating func dismantle() {
    guard leadsFurther else { return }
    var last = [self]
    self = .void
    last.dismantle()
  }

  /// Arrays longer than this are let go of by themselves: chains are not made of them.
  fileprivate static let longestLink = 32

  /// Whether it holds values that hold values.
  fileprivate var leadsFurther: Bool { parts.contains { !$0.parts.isEmpty } }

  /// The values of an object behind the datum.
  private var parts: [Datum] {
    switch self {
    case .tuple(let object): object.elements
    case .structure(let object): object.fields
    case .enumeration(let object): object.payload
    case .instance(let object): object.fields
    case .closure(let object): object.captures
    case .values(let values): values.count <= Datum.longestLink ? values : []
    case .dictionary(let table), .set(let table):
      table.count <= Datum.longestLink ? table.pairs.flatMap { [$0.key, $0.value] } : []
    case .some(let object): [object.value]
    case .erased(let object): [object.value]
    case .box(let box): [box.value]
    default: []
    }
  }
}
