internal import Text

/// Text in addresses.
enum URLText {
  /// A byte of a path as it stands in an address.
  static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
      String(UnicodeScalar(byte))
    default: "%" + hexadecimal(byte, digits: 2).uppercased()
    }
  }

  /// A path as it stands in an address.
  static func address(ofPath path: String) -> String {
    path.utf8.reduce(into: "") { $0 += escaped($1) }
  }

  /// The path that an address without a scheme means, `a b.png` for `a%20b.png#c`.
  static func path(ofAddress address: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") })[
      ...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The scheme of an address in lower case, `https`; nil where it has none.
  static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address[..<colon]
    let isScheme =
      scheme.unicodeScalars.first.map { $0.isASCII && $0.properties.isAlphabetic } == true
      && scheme.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
    return isScheme ? scheme.lowercased() : nil
  }

  /// Whether following an address would run a program or show a page of somebody's own making; what cmark
  /// holds for dangerous.
  static func isDangerous(_ address: String) -> Bool {
    switch scheme(of: address) {
    case "javascript", "vbscript", "file": true
    case "data":
      !["png", "gif", "jpeg", "webp"].contains { type in
        address.lowercased().hasPrefix("data:image/\(type)")
      }
    default: false
    }
  }
}
