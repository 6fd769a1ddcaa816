internal import Synchronization

// Accesses to what objects hold never overlap: a value that is being changed is moved out first. So the
// stored `content` of the objects that programs use most is not checked for that, which would cost as
// much as the access itself.

/// What a value consists of, behind the value.
class ObjectOfFields {
  @exclusivity(unchecked) private final var content: [Datum]
  final var fields: [Datum] {
    @inline(__always) _read { yield unsafe content }
    @inline(__always) _modify { yield unsafe &content }
  }
  /// At one of them, for reading.
  @inline(__always)
  final func cursor(toField index: Int) -> Cursor {
    unsafe withUnsafePointer(to: &content) { unsafe $0.cursor(to: index) }
  }
  /// At one of them, to be changed.
  @inline(__always)
  final func uniqueCursor(toField index: Int) -> Cursor {
    unsafe withUnsafeMutablePointer(to: &content) { unsafe $0.uniqueCursor(to: index) }
  }
  init(_ fields: [Datum]) { unsafe content = fields }
  deinit { fields.dismantle() }
}

/// The elements of a tuple.
final class TupleObject: ObjectOfFields {
  var elements: [Datum] {
    @inline(__always) _read { yield fields }
    @inline(__always) _modify { yield &fields }
  }
}

/// The stored properties of a struct, in order of declaration.
final class StructObject: ObjectOfFields {
  let type: TypeObject
  init(_ type: TypeObject, _ fields: [Datum]) {
    self.type = type
    super.init(fields)
  }
}

/// A case of an enumeration with its payload.
final class EnumObject: ObjectOfFields {
  let type: TypeObject
  let index: Int
  var payload: [Datum] {
    @inline(__always) _read { yield fields }
    @inline(__always) _modify { yield &fields }
  }
  init(_ type: TypeObject, _ index: Int, _ payload: [Datum]) {
    self.type = type
    self.index = index
    super.init(payload)
  }
}

/// An instance of a class: a reference.
final class InstanceObject: ObjectOfFields {
  let type: TypeObject
  /// A number of its own, which its copies in later states keep.
  ///
  /// Drawn when it is first asked for, perhaps by two threads that copy the instance at once.
  var identity: Int {
    let known = number.load(ordering: .relaxed)
    if known != 0 { return known }
    let new = InstanceObject.identities.wrappingAdd(1, ordering: .relaxed).newValue
    let (isFirst, other) = number.compareExchange(
      expected: 0, desired: new, ordering: .relaxed)
    return isFirst ? new : other
  }
  private let number = Atomic(0)
  /// Where it is noted when it ends, for classes with a `deinit`.
  let graveyard: Graveyard?

  init(_ type: TypeObject, _ fields: [Datum], _ graveyard: Graveyard? = nil) {
    self.type = type
    self.graveyard = graveyard
    super.init(fields)
  }

  private static let identities = Atomic(0)

  /// An instance that was kept, still without its properties: new ones get larger numbers.
  init(_ type: TypeObject, identity: Int) {
    self.type = type
    graveyard = nil
    super.init([])
    var last = InstanceObject.identities.load(ordering: .relaxed)
    while last < identity {
      let (isDone, now) = InstanceObject.identities.compareExchange(
        expected: last, desired: identity, ordering: .relaxed)
      if isDone { break }
      last = now
    }
    number.store(identity, ordering: .relaxed)
  }

  /// A copy in another state.
  func copy(_ graveyard: Graveyard?) -> InstanceObject {
    let new = InstanceObject(type, fields, graveyard)
    new.number.store(identity, ordering: .relaxed)
    return new
  }

  deinit {
    guard let graveyard, graveyard.isOpen else { return }
    graveyard.ended.append((type, fields))
    fields = []
  }
}

/// The instances whose `deinit` is still to run.
///
/// It does not run where the last reference goes, in the middle of some access to a variable, but at the
/// end of the statement.
final class Graveyard {
  var ended: [(type: TypeObject, fields: [Datum])] = []
  /// Whether the run goes on; what ends with a state that is dropped later says nothing.
  var isOpen = true
}

/// A function with the values and boxes it captured.
final class ClosureObject {
  let function: CompiledFunction
  // Changes only when the closure ends, where a copy would keep what it lets go of.
  @exclusivity(unchecked) private var content: [Datum]
  var captures: [Datum] {
    @inline(__always) _read { yield unsafe content }
  }
  /// Where they are.
  let placeOfCaptures: Int
  init(_ function: CompiledFunction, _ captures: [Datum]) {
    self.function = function
    placeOfCaptures = captures.placeOfCaptures
    unsafe content = captures
  }
  deinit { unsafe content.dismantle() }
}

extension [Datum] {
  /// Where captured values are, as closures find them in a register: good for as long as the array is held.
  @inline(__always)
  var placeOfCaptures: Int {
    unsafe withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
  }
}

/// A variable that a closure captured: a reference.
final class Box {
  @exclusivity(unchecked) private var content: Datum
  var value: Datum {
    @inline(__always) _read { yield unsafe content }
    @inline(__always) _modify { yield unsafe &content }
  }
  init(_ value: Datum) { unsafe content = value }
}

/// An optional's value where the wrapped type is itself optional.
final class SomeObject {
  var value: Datum
  init(_ value: Datum) { self.value = value }
  deinit { value.dismantle() }
}

/// A value in `any P` that does not tell its own type.
final class ErasedObject {
  let type: TypeObject
  var value: Datum
  init(_ type: TypeObject, _ value: Datum) {
    self.type = type
    self.value = value
  }
  deinit { value.dismantle() }
}

/// A value of a host type.
final class HostBox {
  let value: any HostValue
  /// What has been made of it and may be asked for again, by name.
  let made = Mutex<[String: Value]>([:])
  init(_ value: any HostValue) { self.value = value }
}

/// A weak reference to an instance.
final class WeakObject {
  weak var instance: InstanceObject?
  init(_ instance: InstanceObject?) { self.instance = instance }
}
