/// What is compiled with all closures inside it.
package enum FunctionRoot {
  /// The top level of a cell: that whose text the closure is in.
  case cell
  case function(FunctionReference)
  /// The function that makes instances of a class.
  case allocator(Type)
}
