internal import CellChecking
internal import FoundationEssentials

/// What cells use of Foundation: formats, trimming, time.
enum FoundationChunk {
  static let all: [LibraryChunk] = [
    .with("foundation strings", strings, addStrings), .with("date", DateText.date, addTime),
    LibraryChunk("time zone", DateText.zone), LibraryChunk("date components", DateText.components),
    LibraryChunk("calendar", CalendarText.calendar),
    LibraryChunk("calendar sums", CalendarText.sums),
    LibraryChunk("date formatter", DateFormatText.formatter),
    LibraryChunk("date patterns", DateFormatText.patterns),
    LibraryChunk("iso 8601", DateFormatText.standard),
    LibraryChunk("foundation objects", objects), keys,
  ]

  /// The keys of what goes with an error.
  private static let keys: LibraryChunk = {
    let key = HostConstant(
      "let NSLocalizedDescriptionKey: String", "What happened, in words that a person reads.",
      Value("NSLocalizedDescription"))
    var chunk = LibraryChunk("keys of errors", key.declaration)
    chunk.constants = [key]
    return chunk
  }()

  private static let strings = #"""
    protocol CVarArg {}
    extension Int: CVarArg {}
    extension Int8: CVarArg {}
    extension Int16: CVarArg {}
    extension Int32: CVarArg {}
    extension Int64: CVarArg {}
    extension UInt: CVarArg {}
    extension UInt8: CVarArg {}
    extension UInt16: CVarArg {}
    extension UInt32: CVarArg {}
    extension UInt64: CVarArg {}
    extension Double: CVarArg {}
    extension Float: CVarArg {}
    extension String: CVarArg {}
    struct Locale: Hashable {
      let identifier: String
      init(identifier: String) { self.identifier = identifier }
      static var current: Locale { Locale(identifier: "en_001") }
      static var autoupdatingCurrent: Locale { Locale(identifier: "en_001") }
    }
    extension String {
      init(format: String, _ arguments: Any...)
      init(format: String, arguments: [CVarArg])
      init(format: String, locale: Locale?, _ arguments: Any...) {
        _checkLocale(locale)
        self = _formatted(format, arguments)
      }
      init(format: String, locale: Locale?, arguments: [CVarArg]) {
        _checkLocale(locale)
        self = _formatted(format, arguments.map { $0 as Any })
      }
    }
    func _checkLocale(_ locale: Locale?) {
      let name = locale?.identifier ?? "C"
      if !(name == "C" || name == "" || name.hasPrefix("en")) {
        _stop("Fatal error", "cells write and fold texts as English does, and not as '" + name + "'")
      }
    }
    func _formatted(_ format: String, _ arguments: [Any]) -> String
    func _folded(_ text: String, _ options: Int) -> String
    extension StringProtocol {
      func folding(options: String.CompareOptions, locale: Locale?) -> String {
        _checkLocale(locale)
        return _folded(String(self), Int(options.rawValue))
      }
    }
    extension StringProtocol {
      func trimmingCharacters(in set: CharacterSet) -> String {
        _trimmed(set._kinds, set._characters, set._others, set._isInverted)
      }
      func _trimmed(_ kinds: Int, _ characters: String, _ others: String, _ isInverted: Bool) -> String
      func components(separatedBy separator: String) -> [String]
      func components(separatedBy set: CharacterSet) -> [String] {
        _components(set._kinds, set._characters, set._others, set._isInverted)
      }
      func _components(
        _ kinds: Int, _ characters: String, _ others: String, _ isInverted: Bool
      ) -> [String]
      func replacingOccurrences(of text: String, with other: String) -> String
      var capitalized: String { get }
      func padding(toLength length: Int, withPad pad: String, startingAt start: Int) -> String
    }
    """#

  private static let objects = #"""
    class NSError: Error, CustomStringConvertible {
      let domain: String
      let code: Int
      let userInfo: [String: Any]
      init(domain: String, code: Int, userInfo: [String: Any]? = nil) {
        self.domain = domain
        self.code = code
        self.userInfo = userInfo ?? [:]
      }
      var localizedDescription: String {
        if let text = userInfo[NSLocalizedDescriptionKey] as? String { return text }
        return "The operation could not be completed. (\(domain) error \(code).)"
      }
      var description: String {
        let info = userInfo.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return "Error Domain=\(domain) Code=\(code) \"\(userInfo[NSLocalizedDescriptionKey] ?? "(null)")\""
          + (info.isEmpty ? "" : "UserInfo={" + info + "}")
      }
    }
    class NSCountedSet {
      var _counts: [AnyHashable: Int] = [:]
      init() {}
      init(array: [Any]) { for object in array { add(object) } }
      func _key(_ object: Any) -> AnyHashable {
        guard let key = object as? AnyHashable else {
          _stop("Fatal error", "NSCountedSet takes values that can be hashed")
        }
        return key
      }
      func add(_ object: Any) { _counts[_key(object), default: 0] += 1 }
      func remove(_ object: Any) {
        let key = _key(object)
        guard let count = _counts[key] else { return }
        _counts[key] = count > 1 ? count - 1 : nil
      }
      func count(for object: Any) -> Int { _counts[_key(object)] ?? 0 }
      func contains(_ object: Any) -> Bool { _counts[_key(object)] != nil }
      var count: Int { _counts.count }
      var allObjects: [Any] { _counts.keys.map { $0.base } }
    }
    """#

  private static func addTime(_ natives: inout NativeTable) {
    natives.add("_now()") { _ in .double(Date().timeIntervalSinceReferenceDate) }
  }

  private static func addStrings(_ natives: inout NativeTable) {
    natives.add("_folded(_:_:)") { call in
      do {
        return .string(try TextFolding(options: call.int(1)).folded(call.string(0)))
      } catch let error as TextFolding.Unknown {
        throw call.fault(error.text)
      }
    }
    natives.add([
      "String.init(format:_:)", "String.init(format:arguments:)", "_formatted(_:_:)",
    ]) { call in
      var arguments: [FormatArgument] = []
      for item in call.array(1) {
        switch call.machine.open(item).value {
        case .int(let number): arguments.append(.integer(number))
        case .double(let number): arguments.append(.double(number))
        default: arguments.append(.text(try call.machine.describe(item, .any)))
        }
      }
      return .string(StringFormat(call.string(0)).filled(with: arguments))
    }
    let type = "StringProtocol."
    natives.add(type + "_trimmed(_:_:_:_:)") { call in
      .string(call.characterSet(1).trimmed(call.string(0)))
    }
    natives.add(type + "_components(_:_:_:_:)") { call in
      .values(
        call.characterSet(1).components(call.string(0)).map { .string($0) })
    }
    natives.add(type + "components(separatedBy:)") { call in
      .values(call.string(0).components(separatedBy: call.string(1)).map { .string($0) })
    }
    natives.add(type + "replacingOccurrences(of:with:)") { call in
      .string(try replaced(call.string(1), in: call.string(0), with: call.string(2), call))
    }
    natives.add(type + "capitalized") { call in .string(call.string(0).capitalized) }
    natives.add(type + "padding(toLength:withPad:startingAt:)") { call in
      let length = call.int(1)
      let pad = call.string(2)
      let start = call.int(3)
      guard length >= 0, start >= 0, start < pad.utf16.count || length <= call.string(0).utf16.count
      else { throw call.fault("padding needs a length, and a place in the text to pad with") }
      try call.allow(length)
      return .string(padded(call.string(0), to: length, with: pad, from: start))
    }
  }
}

/// A text with another in place of each occurrence of a third.
private func replaced(
  _ wanted: String, in text: String, with other: String, _ call: NativeCall
) throws -> String {
  // A line's end "\r\n" is one character of Swift's, and two of Foundation's.
  if wanted.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) {
    let count = text.unicodeScalars.ranges(of: wanted.unicodeScalars).count
    try call.allow(count: count, of: other.utf8.count)
    return String(
      text.unicodeScalars.replacing(wanted.unicodeScalars, with: other.unicodeScalars))
  }
  let parts = text.components(separatedBy: wanted)
  try call.allow(count: parts.count, of: other.utf8.count)
  return parts.joined(separator: other)
}

/// A text cut or continued to a length, which Foundation counts in UTF-16.
private func padded(_ text: String, to length: Int, with pad: String, from start: Int) -> String {
  var units = Array(text.utf16.prefix(length))
  let more = Array(pad.utf16)
  var next = start
  while units.count < length {
    units.append(more[next % more.count])
    next += 1
  }
  return String(decoding: units, as: UTF16.self)
}
