/// The elements of a tuple.
final class TupleObject {
  var elements: [Datum]
  init(_ elements: [Datum]) { self.elements = elements }
}

/// The stored properties of a struct, in order of declaration.
final class StructObject {
  let type: TypeObject
  var fields: [Datum]
  init(_ type: TypeObject, _ fields: [Datum]) {
    self.type = type
    self.fields = fields
  }
}

/// A case of an enumeration with its payload.
final class EnumObject {
  let type: TypeObject
  let index: Int
  var payload: [Datum]
  init(_ type: TypeObject, _ index: Int, _ payload: [Datum]) {
    self.type = type
    self.index = index
    self.payload = payload
  }
}

/// An instance of a class: a reference.
final class InstanceObject {
  let type: TypeObject
  var fields: [Datum]
  init(_ type: TypeObject, _ fields: [Datum]) {
    self.type = type
    self.fields = fields
  }
}

/// A function with the values and boxes it captured.
final class ClosureObject {
  let function: Int
  var captures: [Datum]
  init(_ function: Int, _ captures: [Datum]) {
    self.function = function
    self.captures = captures
  }
}

/// A variable that a closure captured: a reference.
final class Box {
  var value: Datum
  init(_ value: Datum) { self.value = value }
}

/// An optional's value where the wrapped type is itself optional.
final class SomeObject {
  let value: Datum
  init(_ value: Datum) { self.value = value }
}

/// A value in `any P` that does not tell its own type.
final class ErasedObject {
  let type: TypeObject
  let value: Datum
  init(_ type: TypeObject, _ value: Datum) {
    self.type = type
    self.value = value
  }
}

/// A value of a host type.
final class HostBox {
  let value: any HostValue
  init(_ value: any HostValue) { self.value = value }
}

/// Part of a string, sharing its storage and indices.
final class SubstringObject {
  let value: Substring
  init(_ value: Substring) { self.value = value }
}

/// A weak reference to an instance.
final class WeakObject {
  weak var instance: InstanceObject?
  init(_ instance: InstanceObject?) { self.instance = instance }
}
