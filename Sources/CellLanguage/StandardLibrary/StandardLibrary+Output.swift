internal import CellChecking

/// Printing, reading, and stopping with a message.
enum OutputChunk {
  static let all: [LibraryChunk] = [
    .with("output", text) { natives in
      natives.add("print(_:separator:terminator:)") { call in
        try call.buryEnded()
        var parts: [String] = []
        for item in call.array(0) { parts.append(try call.machine.describe(item, .any)) }
        let text = parts.joined(separator: call.string(1)) + call.string(2)
        call.machine.console.emit(.text(text))
        return .void
      }
      natives.add("debugPrint(_:separator:terminator:)") { call in
        try call.buryEnded()
        var parts: [String] = []
        for item in call.array(0) {
          parts.append(try call.machine.describe(item, .any, debug: true))
        }
        let text = parts.joined(separator: call.string(1)) + call.string(2)
        call.machine.console.emit(.text(text))
        return .void
      }
      natives.add("_text(_:_:_:)") { call in
        var parts: [String] = []
        for item in call.array(0) { parts.append(try call.machine.describe(item, .any)) }
        return .string(parts.joined(separator: call.string(1)) + call.string(2))
      }
      natives.add("readLine(strippingNewline:)") { call in
        guard let line = call.machine.console.readLine() else { return .none }
        return .string(call.bool(0) ? line : line + "\n")
      }
    },
    .with("stopping", stopping) { natives in
      natives.add("fatalError(_:)") { call in
        let message = call.string(0)
        throw call.fault(message.isEmpty ? "Fatal error" : "Fatal error: " + message)
      }
      natives.add("_stop(_:_:)") { call in
        let message = call.string(1)
        throw call.fault(message.isEmpty ? call.string(0) : "\(call.string(0)): \(message)")
      }
    },
  ]

  private static let text = #"""
    func print(_ items: Any..., separator: String = " ", terminator: String = "\n")
    func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n")
    func print<T: TextOutputStream>(
      _ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout T
    ) {
      output.write(_text(items, separator, terminator))
    }
    func _text(_ items: [Any], _ separator: String, _ terminator: String) -> String
    func readLine(strippingNewline: Bool = true) -> String?
    """#

  private static let stopping = #"""
    func fatalError(_ message: String = "") -> Never
    func _stop(_ kind: String, _ message: String) -> Never
    func precondition(_ condition: Bool, _ message: @autoclosure () -> String = "") {
      if !condition { _stop("Precondition failed", message()) }
    }
    func assert(_ condition: Bool, _ message: @autoclosure () -> String = "") {
      if !condition { _stop("Assertion failed", message()) }
    }
    func preconditionFailure(_ message: String = "") -> Never { _stop("Fatal error", message) }
    func assertionFailure(_ message: String = "") { _stop("Fatal error", message) }
    """#
}
