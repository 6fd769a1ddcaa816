struct Secret: CustomStringConvertible, CustomDebugStringConvertible {
  var description: String { "***" }
  var debugDescription: String { "Secret(42)" }
}
print(Secret(), [Secret()], "\(Secret())")
debugPrint(Secret())
print(String(reflecting: Secret()), Optional(Secret()) as Any)
