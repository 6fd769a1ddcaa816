@propertyWrapper
// <- error: property wrappers are not part of the cell language
struct Clamped {
  var wrappedValue: Int = 0
}
print("wrapped")
