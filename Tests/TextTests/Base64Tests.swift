import Testing
import Text

@Suite struct Base64Tests {
  /// The examples of RFC 4648, §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `has the examples of its standard`(bytes: String, text: String) {
    #expect(Base64.text(of: Array(bytes.utf8)) == text)
    #expect(Base64.bytes(of: text) == Array(bytes.utf8))
  }

  @Test func `gives back every byte, with line breaks in between`() {
    let bytes = (0...255).map(UInt8.init)
    let text = Base64.text(of: bytes)

    #expect(Base64.bytes(of: text.prefix(76) + "\n" + text.dropFirst(76) + "\r\n") == bytes)
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zg==Zg==", "Zm9v=", "é", "Zm-_"])
  func `is refused where it is none`(text: String) {
    #expect(Base64.bytes(of: text) == nil)
  }
}
