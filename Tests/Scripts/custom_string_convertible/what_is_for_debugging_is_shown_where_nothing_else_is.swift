struct Debugged: CustomDebugStringConvertible { var debugDescription: String { "dbg" } }
print(Debugged(), "\(Debugged())", [Debugged()], String(describing: Debugged()), String(reflecting: Debugged()))
struct Both: CustomStringConvertible, CustomDebugStringConvertible {
  var description: String { "plain" }
  var debugDescription: String { "dbg" }
}
print(Both(), [Both()], "\(Both())")
let text: StaticString = "fixed"
print(text)
