/// `CharacterSet`, and what is encoded by it in addresses.
enum CharacterSetChunk {
  static let all: [LibraryChunk] = [
    .with("character set", set) { natives in
      natives.add("_isIn(_:_:_:_:_:)") { call in
        let set = call.characterSet(1)
        return .bool(call.string(0).unicodeScalars.allSatisfy(set.contains))
      }
    },
    .with("percent encoding", percent, addPercent),
  ]

  private static let set = #"""
    struct CharacterSet: Hashable {
      var _kinds: Int
      var _characters: String
      var _others: String
      var _isInverted: Bool
      init(_kinds: Int, _characters: String, _others: String, _isInverted: Bool) {
        self._kinds = _kinds
        self._characters = _characters
        self._others = _others
        self._isInverted = _isInverted
      }
      init() { self.init(_kinds: 0, _characters: "", _others: "", _isInverted: false) }
      init(charactersIn text: String) {
        self.init(_kinds: 0, _characters: text, _others: "", _isInverted: false)
      }
      init(charactersIn range: ClosedRange<Unicode.Scalar>) {
        self.init(charactersIn: _textOfScalars(Array(range.lowerBound._code...range.upperBound._code)))
      }
      init(charactersIn range: Range<Unicode.Scalar>) {
        self.init(charactersIn: _textOfScalars(Array(range.lowerBound._code..<range.upperBound._code)))
      }
      init(_kind: Int) {
        self.init(_kinds: 1 << _kind, _characters: "", _others: "", _isInverted: false)
      }
      var inverted: CharacterSet {
        CharacterSet(
          _kinds: _kinds, _characters: _characters, _others: _others, _isInverted: !_isInverted)
      }
      mutating func invert() { self = inverted }
      func contains(_ member: Unicode.Scalar) -> Bool {
        _isIn(member.description, _kinds, _characters, _others, _isInverted)
      }
      mutating func insert(charactersIn text: String) { self = union(CharacterSet(charactersIn: text)) }
      mutating func remove(charactersIn text: String) {
        self = subtracting(CharacterSet(charactersIn: text))
      }
      @discardableResult mutating func insert(
        _ scalar: Unicode.Scalar
      ) -> (inserted: Bool, memberAfterInsert: Unicode.Scalar) {
        let isNew = !contains(scalar)
        insert(charactersIn: scalar.description)
        return (inserted: isNew, memberAfterInsert: scalar)
      }
      @discardableResult mutating func remove(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let isThere = contains(scalar)
        remove(charactersIn: scalar.description)
        return isThere ? scalar : nil
      }
      func union(_ other: CharacterSet) -> CharacterSet {
        if _isInverted { return inverted.subtracting(other).inverted }
        if other._isInverted { return other.inverted.subtracting(self).inverted }
        return CharacterSet(
          _kinds: _kinds | other._kinds, _characters: _without(other) + other._without(self),
          _others: _both(_others, other), _isInverted: false)
      }
      func subtracting(_ other: CharacterSet) -> CharacterSet {
        if _isInverted { return inverted.union(other).inverted }
        if other._kinds != 0 || other._isInverted {
          return CharacterSet(charactersIn: _listed.filter { !other.contains($0) })
        }
        return CharacterSet(
          _kinds: _kinds, _characters: _characters, _others: _others + other._characters,
          _isInverted: false)
      }
      func intersection(_ other: CharacterSet) -> CharacterSet {
        if _isInverted && other._isInverted { return inverted.union(other.inverted).inverted }
        if _kinds != 0 && other._kinds == 0 && !other._isInverted { return other.intersection(self) }
        return CharacterSet(charactersIn: _listed.filter { other.contains($0) })
      }
      mutating func formUnion(_ other: CharacterSet) { self = union(other) }
      mutating func subtract(_ other: CharacterSet) { self = subtracting(other) }
      mutating func formIntersection(_ other: CharacterSet) { self = intersection(other) }
      init(charactersIn scalars: [Unicode.Scalar]) {
        self.init(charactersIn: _textOfScalars(scalars.map { $0._code }))
      }
      var _listed: [Unicode.Scalar] {
        if _kinds == 0 { return _characters.unicodeScalars.filter { contains($0) } }
        return (0..<0x3000).compactMap { Unicode.Scalar($0) }.filter { contains($0) }
      }
      func _without(_ other: CharacterSet) -> String {
        _textOfScalars(_characters.unicodeScalars.filter { contains($0) }.map { $0._code })
      }
      func _both(_ mine: String, _ other: CharacterSet) -> String {
        let all = mine.unicodeScalars + other._others.unicodeScalars
        return _textOfScalars(all.filter { !contains($0) && !other.contains($0) }.map { $0._code })
      }
      static var whitespaces: CharacterSet { CharacterSet(_kind: 1) }
      static var whitespacesAndNewlines: CharacterSet { CharacterSet(_kind: 2) }
      static var newlines: CharacterSet { CharacterSet(_kind: 3) }
      static var punctuationCharacters: CharacterSet { CharacterSet(_kind: 4) }
      static var decimalDigits: CharacterSet { CharacterSet(_kind: 5) }
      static var letters: CharacterSet { CharacterSet(_kind: 6) }
      static var alphanumerics: CharacterSet { CharacterSet(_kind: 7) }
      static var uppercaseLetters: CharacterSet { CharacterSet(_kind: 8) }
      static var lowercaseLetters: CharacterSet { CharacterSet(_kind: 9) }
      static var symbols: CharacterSet { CharacterSet(_kind: 10) }
      static var controlCharacters: CharacterSet { CharacterSet(_kind: 11) }
      static var urlHostAllowed: CharacterSet { _url("!$&'()*+,;=:[]") }
      static var urlPathAllowed: CharacterSet { _url("!$&'()*+,:=@/") }
      static var urlQueryAllowed: CharacterSet { _url("!$&'()*+,;=:@/?") }
      static var urlFragmentAllowed: CharacterSet { _url("!$&'()*+,;=:@/?") }
      static var urlUserAllowed: CharacterSet { _url("!$&'()*+,;=") }
      static var urlPasswordAllowed: CharacterSet { _url("!$&'()*+,;=") }
      static func _url(_ more: String) -> CharacterSet {
        CharacterSet(
          charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~" + more)
      }
    }
    func _isIn(
      _ scalar: String, _ kinds: Int, _ characters: String, _ others: String, _ isInverted: Bool
    ) -> Bool
    """#

  private static let percent = #"""
    extension StringProtocol {
      func addingPercentEncoding(withAllowedCharacters set: CharacterSet) -> String? {
        _percentEncoded(String(self), set._kinds, set._characters, set._others, set._isInverted)
      }
      var removingPercentEncoding: String? { _percentDecoded(String(self)) }
    }
    func _percentEncoded(
      _ text: String, _ kinds: Int, _ characters: String, _ others: String, _ isInverted: Bool
    ) -> String
    func _percentDecoded(_ text: String) -> String?
    """#

  private static func addPercent(_ natives: inout NativeTable) {
    natives.add("_percentEncoded(_:_:_:_:_:)") { call in
      let set = call.characterSet(1)
      var text = ""
      for scalar in call.string(0).unicodeScalars {
        // Only what is ASCII may stay as it is.
        if scalar.isASCII, set.contains(scalar) {
          text.unicodeScalars.append(scalar)
        } else {
          for byte in String(scalar).utf8 {
            text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
          }
        }
      }
      return .string(text)
    }
    natives.add("_percentDecoded(_:)") { call in
      var bytes: [UInt8] = []
      var rest = Array(call.string(0).utf8)[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        guard rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else { return .none }
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
      return call.optional(String(validating: bytes, as: UTF8.self).map { .string($0) })
    }
  }
}

extension NativeCall {
  /// A set of characters by its kinds, its characters, those it lacks and whether it is inverted, in four
  /// arguments.
  func characterSet(_ index: Int) -> ScalarSet {
    ScalarSet(
      kinds: int(index), characters: string(index + 1), others: string(index + 2),
      isInverted: bool(index + 3))
  }
}
