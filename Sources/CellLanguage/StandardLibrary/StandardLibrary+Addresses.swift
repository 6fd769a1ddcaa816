internal import FoundationEssentials

/// `URL`, `URLComponents` and `UUID`.
enum AddressChunk {
  static let all: [LibraryChunk] = [
    .with("url", url, addParts), LibraryChunk("url components", components),
    .with("uuid", uuid, addIdentifiers),
  ]

  private static let url = #"""
    struct URL: Hashable, CustomStringConvertible, CustomDebugStringConvertible, LosslessStringConvertible {
      let absoluteString: String
      init?(string: String) {
        if string.isEmpty || !_isAddress(string) { return nil }
        self.absoluteString = string
      }
      init?(_ string: String) { self.init(string: string) }
      init(fileURLWithPath path: String, isDirectory: Bool = false) {
        self.absoluteString = "file://" + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)
      }
      init(_text: String) { self.absoluteString = _text }
      var scheme: String? { _addressPart(absoluteString, 0) }
      var user: String? { _addressPart(absoluteString, 1) }
      var password: String? { _addressPart(absoluteString, 2) }
      var host: String? { _addressPart(absoluteString, 3) }
      func host(percentEncoded: Bool = true) -> String? { host }
      var port: Int? { _addressPart(absoluteString, 4).flatMap { Int($0) } }
      var path: String {
        let path = _addressPart(absoluteString, 5) ?? ""
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      }
      func path(percentEncoded: Bool = true) -> String {
        _addressPart(absoluteString, percentEncoded ? 9 : 5) ?? ""
      }
      var query: String? { _addressPart(absoluteString, 6) }
      func query(percentEncoded: Bool = true) -> String? { percentEncoded ? query : query?.removingPercentEncoding }
      var fragment: String? { _addressPart(absoluteString, 7) }
      var absoluteURL: URL { self }
      var isFileURL: Bool { scheme == "file" }
      var pathComponents: [String] {
        let parts = path.split(separator: "/").map { String($0) }
        return path.hasPrefix("/") ? ["/"] + parts : parts
      }
      var lastPathComponent: String { pathComponents.last ?? "" }
      var pathExtension: String {
        let name = lastPathComponent
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
      }
      var hasDirectoryPath: Bool { (_addressPart(absoluteString, 5) ?? "").hasSuffix("/") }
      func _with(path: String) -> URL { URL(_text: _withPath(absoluteString, path)) }
      func appendingPathComponent(_ name: String, isDirectory: Bool = false) -> URL {
        let start = _addressPart(absoluteString, 5) ?? ""
        return _with(path: (start.hasSuffix("/") ? start : start + "/") + name + (isDirectory ? "/" : ""))
      }
      func appending(path: String) -> URL { appendingPathComponent(path) }
      func appending(component: String) -> URL { appendingPathComponent(component) }
      func deletingLastPathComponent() -> URL {
        let parts = pathComponents.dropLast()
        let path = parts.filter { $0 != "/" }.joined(separator: "/")
        return _with(path: (parts.first == "/" ? "/" : "") + path + (path.isEmpty ? "" : "/"))
      }
      func appendingPathExtension(_ name: String) -> URL { _with(path: path + "." + name) }
      func deletingPathExtension() -> URL {
        pathExtension.isEmpty ? self : _with(path: String(path.dropLast(pathExtension.count + 1)))
      }
      mutating func appendPathComponent(_ name: String) { self = appendingPathComponent(name) }
      var description: String { absoluteString }
      var debugDescription: String { absoluteString }
    }
    func _isAddress(_ text: String) -> Bool
    func _addressPart(_ text: String, _ part: Int) -> String?
    func _withPath(_ text: String, _ path: String) -> String
    """#

  private static let components = #"""
    struct URLQueryItem: Hashable, CustomStringConvertible {
      var name: String
      var value: String?
      init(name: String, value: String?) {
        self.name = name
        self.value = value
      }
      var description: String { name + (value.map { "=" + $0 } ?? "") }
    }
    struct URLComponents: Hashable {
      var scheme: String?
      var user: String?
      var password: String?
      var host: String?
      var port: Int?
      var path = ""
      var percentEncodedQuery: String?
      var fragment: String?
      init() {}
      init?(string: String) {
        if !_isAddress(string) { return nil }
        self.scheme = _addressPart(string, 0)
        self.user = _addressPart(string, 1)
        self.password = _addressPart(string, 2)
        self.host = _addressPart(string, 3)
        self.port = _addressPart(string, 4).flatMap { Int($0) }
        self.path = _addressPart(string, 5) ?? ""
        self.percentEncodedQuery = _addressPart(string, 6)
        self.fragment = _addressPart(string, 8)
      }
      init?(url: URL, resolvingAgainstBaseURL: Bool) { self.init(string: url.absoluteString) }
      var query: String? {
        get { percentEncodedQuery?.removingPercentEncoding }
        set { percentEncodedQuery = newValue?.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) }
      }
      var queryItems: [URLQueryItem]? {
        get {
          percentEncodedQuery?.split(separator: "&", omittingEmptySubsequences: false).map { part in
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return URLQueryItem(
              name: String(pair[0]).removingPercentEncoding ?? "",
              value: pair.count > 1 ? String(pair[1]).removingPercentEncoding : nil)
          }
        }
        set {
          var allowed = CharacterSet.urlQueryAllowed
          allowed.remove(charactersIn: "&=")
          percentEncodedQuery = newValue?.map { item in
            let name = item.name.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
            guard let value = item.value else { return name }
            return name + "=" + (value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
          }.joined(separator: "&")
        }
      }
      var string: String? {
        var text = scheme.map { $0 + ":" } ?? ""
        if let host {
          text += "//"
          if let user { text += user + (password.map { ":" + $0 } ?? "") + "@" }
          text += host + (port.map { ":\($0)" } ?? "")
        }
        text += path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        if let percentEncodedQuery { text += "?" + percentEncodedQuery }
        if let fragment {
          text += "#" + (fragment.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? "")
        }
        return text
      }
      var url: URL? { string.flatMap { URL(string: $0) } }
    }
    """#

  private static let uuid = #"""
    struct UUID: Hashable, Comparable, CustomStringConvertible, CustomDebugStringConvertible {
      let uuidString: String
      init() {
        var generator = _NotebookGenerator()
        self.uuidString = _uuidText(generator.next(), generator.next())
      }
      init?(uuidString text: String) {
        guard let text = _uuidOfText(text) else { return nil }
        self.uuidString = text
      }
      var description: String { uuidString }
      var debugDescription: String { uuidString }
      static func < (a: UUID, b: UUID) -> Bool { a.uuidString < b.uuidString }
    }
    func _uuidText(_ high: UInt64, _ low: UInt64) -> String
    func _uuidOfText(_ text: String) -> String?
    """#

  private static func addIdentifiers(_ natives: inout NativeTable) {
    natives.add("_uuidOfText(_:)") { call in
      call.optional(UUID(uuidString: call.string(0)).map { .string($0.uuidString) })
    }
    natives.add("_uuidText(_:_:)") { call in
      // The bits that say that it was drawn: version 4, variant 1.
      let high = UInt64(bitPattern: Int64(call.int(0))) & ~0xF000 | 0x4000
      let low = UInt64(bitPattern: Int64(call.int(1))) & ~(3 << 62) | (2 << 62)
      let digits = [high, low].map { half in
        let text = String(half, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - text.count) + text
      }.joined()
      let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
        String(Array(digits)[range])
      }
      return .string(parts.joined(separator: "-"))
    }
  }

  private static func addParts(_ natives: inout NativeTable) {
    natives.add("_isAddress(_:)") { call in .bool(URLComponents(string: call.string(0)) != nil) }
    natives.add("_addressPart(_:_:)") { call in
      guard let parts = URLComponents(string: call.string(0)) else { return .none }
      let text: String? =
        switch call.int(1) {
        case 0: parts.scheme
        case 1: parts.user
        case 2: parts.password
        case 3: parts.host
        case 4: parts.port.map { String($0) }
        case 5: parts.path
        case 6: parts.percentEncodedQuery
        case 7: parts.percentEncodedFragment
        case 8: parts.fragment
        default: parts.percentEncodedPath
        }
      return call.optional(text.map { .string($0) })
    }
    natives.add("_withPath(_:_:)") { call in
      guard var parts = URLComponents(string: call.string(0)) else { return call[0] }
      parts.path = call.string(1)
      return .string(parts.string ?? call.string(0))
    }
  }
}
