/// The machine's form of a value, three words; its type is known from the program, not from here.
///
/// * Integers of every width are `int` (a `UInt64` by its bit pattern), `Double` and `Float` are
///   `double`; in scalar registers they are not wrapped at all.
/// * Arrays of integers, of floating-point numbers and of truth values are unboxed.
/// * An optional is `none` or the wrapped value itself; where the wrapped type is optional too, `some`
///   holds it, so that `.some(nil)` and `nil` differ.
/// * `any P` holds the value itself when it tells its own type (numbers, strings, structs, …) and an
///   `erased` one otherwise.
///
/// Copying is a retain. Objects behind a datum are changed in place only when nobody else holds them,
/// except `instance` and `box`, which are references by nature.
enum Datum: @unchecked Sendable {
  // Sharing is safe: value objects are copied before they are changed unless uniquely held, and every
  // run gets its own copy of the instances and boxes of its state (see `CellState`).

  /// Nothing yet, the value of `()`, or a place whose value was moved out for the moment.
  case void
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case character(Character)
  case ints([Int])
  case doubles([Double])
  case bools([Bool])
  case values([Datum])
  case dictionary(DictionaryObject)
  case set(DictionaryObject)
  case tuple(TupleObject)
  case structure(StructObject)
  case enumeration(EnumObject)
  case instance(InstanceObject)
  case closure(ClosureObject)
  case host(HostBox)
  case some(SomeObject)
  case erased(ErasedObject)
  case metatype(TypeObject)
  case box(Box)
  case stringIndex(String.Index)
  /// The text that it is part of, which the parts of one split share, and which part.
  case substring(SubstringObject, TextSpan)
  case weak(WeakObject)
}
