extension String {
  /// Where the character begins, in UTF-8, that so many Unicode scalars come before; of a place outside the
  /// text, its beginning or its end.
  func byteOffset(ofScalar count: Int) -> Int {
    unicodeScalars.prefix(max(0, count)).reduce(0) { $0 + UTF8.width($1) }
  }

  /// How many Unicode scalars begin before a place in UTF-8.
  func scalarCount(beforeByte offset: Int) -> Int {
    utf8.prefix(max(0, offset)).count { $0 & 0xC0 != 0x80 }
  }
}
