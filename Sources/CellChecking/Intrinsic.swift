/// A function of the library that the compiler knows: where it can, it puts something better than a call.
///
/// The library says which of its functions is which, natives in their table and others beside the text
/// that declares them. The compiler compares these and never names.
package enum Intrinsic: Hashable {
  /// An operation of the machine, whatever the arguments are.
  case operation(Operation)
  /// `Double(number)` and `Int(number)`, of all types of numbers.
  case toFloating, toInteger
  case squareRoot
  /// `Int.max` and `Int.min`, of all widths.
  case largest, smallest
  /// `text.utf8`: the bytes of a text.
  case bytes
  /// All characters of a text.
  case characters
  /// `text.split(separator:maxSplits:omittingEmptySubsequences:)`
  case split
  case enumerated, zip
  /// All pairs of what `enumerated()` or `zip` makes.
  case pairs
  /// `collection.reversed()`: a view, or an array where only an array will do.
  case reversed
}
