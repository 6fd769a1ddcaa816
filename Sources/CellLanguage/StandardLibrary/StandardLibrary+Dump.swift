internal import CellChecking

/// `dump`: a value with all its parts, one line for each, as the standard library's `Dump.swift` writes it.
enum DumpChunk {
  static let all: [LibraryChunk] = [
    .with("dump", text) { natives in
      natives.add("_caseName(_:)") { call in
        guard case .enumeration(let object) = call.machine.open(call[0]).value else { return .none }
        return Datum.string(object.type.cases[object.index].name).wrapped(ifOptional: .string)
      }
      natives.add("_isDeclaredInCells(_:)") { call in
        .bool(call.machine.open(call[0]).type.isDeclaredInCells)
      }
      // The identity of an instance or a type, by which a second mention of it is told; or 0.
      natives.add("_identity(_:)") { call in
        switch call.machine.open(call[0]).value {
        case .instance(let object): return .int(Int(bitPattern: ObjectIdentifier(object)))
        case .metatype(let object): return .int(Int(bitPattern: ObjectIdentifier(object)))
        default: return .int(0)
        }
      }
    }
  ]

  private static let text = #"""
    @discardableResult
    func dump<T>(
      _ value: T, name: String? = nil, indent: Int = 0, maxDepth: Int = .max, maxItems: Int = .max
    ) -> T {
      var lines = _Dump(left: maxItems)
      lines.add(value, name, indent, maxDepth)
      print(lines.text, terminator: "")
      return value
    }
    @discardableResult
    func dump<T, Target: TextOutputStream>(
      _ value: T, to target: inout Target, name: String? = nil, indent: Int = 0,
      maxDepth: Int = .max, maxItems: Int = .max
    ) -> T {
      var lines = _Dump(left: maxItems)
      lines.add(value, name, indent, maxDepth)
      target.write(lines.text)
      return value
    }
    struct _Dump {
      var text = ""
      var left: Int
      var seen: [Int: Int] = [:]
      init(left: Int) { self.left = left }
      mutating func add(_ value: Any, _ name: String?, _ indent: Int, _ depth: Int) {
        guard left > 0 else { return }
        let mirror = Mirror(reflecting: value)
        begin(mirror, (name.map { $0 + ": " } ?? "") + title(value, mirror), indent, depth)
        let identity = _identity(value)
        if identity != 0 {
          if let number = seen[identity] {
            text += " #\(number)\n"
            return
          }
          text += " #\(seen.count)"
          seen[identity] = seen.count
        }
        end(mirror, indent, depth)
      }
      mutating func begin(_ mirror: Mirror, _ title: String, _ indent: Int, _ depth: Int) {
        left -= 1
        let bullet = mirror.children.isEmpty ? "-" : depth <= 0 ? "▹" : "▿"
        text += String(repeating: " ", count: indent) + bullet + " " + title
      }
      mutating func end(_ mirror: Mirror, _ indent: Int, _ depth: Int) {
        text += "\n"
        guard depth > 0 else { return }
        if let above = mirror.superclassMirror, left > 0 {
          begin(above, "super: " + String(reflecting: above.subjectType), indent + 2, depth - 1)
          end(above, indent + 2, depth - 1)
        }
        for (index, child) in mirror.children.enumerated() {
          guard left > 0 else {
            let count = mirror.children.count - index
            text += String(repeating: " ", count: indent + 4)
            text += "(\(count) more \(count == 1 ? "child" : "children"))\n"
            return
          }
          add(child.value, child.label, indent + 2, depth - 1)
        }
      }
      func title(_ value: Any, _ mirror: Mirror) -> String {
        switch mirror.displayStyle {
        case .tuple: return "(" + count(mirror, "element") + ")"
        case .collection: return count(mirror, "element")
        case .dictionary: return count(mirror, "key/value pair")
        case .set: return count(mirror, "member")
        default: break
        }
        if value is CustomDebugStringConvertible || value is CustomStringConvertible
          || mirror.displayStyle == .struct && !_isDeclaredInCells(value)
        {
          return String(reflecting: value)
        }
        switch mirror.displayStyle {
        case .class, .struct: return String(reflecting: mirror.subjectType)
        case .enum: return String(reflecting: mirror.subjectType) + "." + (_caseName(value) ?? "")
        default: return String(reflecting: value)
        }
      }
      func count(_ mirror: Mirror, _ word: String) -> String {
        let count = mirror.children.count
        return "\(count) \(word)" + (count == 1 ? "" : "s")
      }
    }
    func _caseName(_ value: Any) -> String?
    func _isDeclaredInCells(_ value: Any) -> Bool
    func _identity(_ value: Any) -> Int
    """#
}
