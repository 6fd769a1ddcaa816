/// The sentences about the names of Swift's library, one a line: the name, a colon, what it does.
enum StandardText {
  static let printing = """
    print: Writes values as text, with a blank between them and a line break after them; `separator` and `terminator` change those.
    debugPrint: Writes values as they stand in source: texts in quotation marks, types told.
    dump: Writes a value with all its parts, indented, and answers it.
    readLine: Answers the next line of input, or `nil` at its end.
    fatalError: Stops the cell with a message; nothing after it runs.
    precondition: Stops the cell with a message unless a condition holds.
    assert: Stops the cell with a message unless a condition holds; for what cannot happen.
    preconditionFailure: Stops the cell with a message, at a place that is never reached if all is well.
    assertionFailure: Stops the cell with a message, at a place that is never reached if all is well.
    """

  static let numbers = """
    Int: A whole number of 64 bits. Going past its ends is an error; `/` cuts off the remainder, `%` answers it.
    Double: A floating-point number of 64 bits, with about 15 digits.
    Float: A floating-point number of 32 bits, with about 7 digits.
    Bool: `true` or `false`.
    UInt8: A whole number from 0 to 255.
    abs: The distance of a number from zero.
    min: The least of two or more values.
    max: The greatest of two or more values.
    swap: Exchanges the values of two variables: `swap(&a, &b)`.
    numericCast: The number as another integer type; an error where it does not fit.
    sqrt: The square root.
    exp: e to the power of a number.
    exp2: 2 to the power of a number.
    log: The natural logarithm.
    log2: The logarithm to the base 2.
    log10: The logarithm to the base 10.
    log1p: The logarithm of 1 + x, exact for small x.
    expm1: e to the power of x, minus 1, exact for small x.
    pow: A number to the power of another.
    sin: The sine of an angle in radians.
    cos: The cosine of an angle in radians.
    tan: The tangent of an angle in radians.
    asin: The angle in radians that has a sine.
    acos: The angle in radians that has a cosine.
    atan: The angle in radians that has a tangent.
    atan2: The angle in radians of the point (x, y), given y first.
    sinh: The hyperbolic sine.
    cosh: The hyperbolic cosine.
    tanh: The hyperbolic tangent, between -1 and 1.
    hypot: The length of the vector (x, y).
    cbrt: The cube root.
    floor: The greatest whole number that is not above.
    ceil: The least whole number that is not below.
    round: The nearest whole number; halves go away from zero.
    trunc: The number without what is behind the point.
    fmod: The remainder of a division, with the sign of the first number.
    Int.init: A whole number from another number (cut off at the point) or from text (`nil` where that is none).
    Int.min: The least number of the type.
    Int.max: The greatest number of the type.
    Int.zero: 0.
    Int.magnitude: The distance from zero.
    Int.bitWidth: How many bits a number takes.
    Int.leadingZeroBitCount: How many zeros are before the first one, in bits.
    Int.trailingZeroBitCount: How many zeros are behind the last one, in bits.
    Int.nonzeroBitCount: How many bits are one.
    Int.signum: -1, 0 or 1: the sign.
    Int.isMultiple: Whether the number can be divided by another without remainder: `n.isMultiple(of: 3)`.
    Int.quotientAndRemainder: The quotient and the remainder of a division at once.
    Int.random: A random number in a range: `Int.random(in: 1...6)`.
    Int.description: The number as text.
    Int.negate: Changes the sign.
    Int.advanced: The number a distance away.
    Int.distance: How far it is to another number.
    Int.addingReportingOverflow: The sum, and whether it went past the ends of the type.
    Int.subtractingReportingOverflow: The difference, and whether it went past the ends of the type.
    Int.multipliedReportingOverflow: The product, and whether it went past the ends of the type.
    Double.init: A floating-point number from another number or from text (`nil` where that is none).
    Double.pi: π, 3.14159….
    Double.infinity: Greater than every other number.
    Double.nan: Not a number; not equal to anything, itself included.
    Double.zero: 0.
    Double.greatestFiniteMagnitude: The greatest number below infinity.
    Double.leastNormalMagnitude: The least positive number with all its digits.
    Double.leastNonzeroMagnitude: The least positive number.
    Double.ulpOfOne: The step from 1 to the next number.
    Double.ulp: The step from this number to the next.
    Double.nextUp: The next greater number.
    Double.nextDown: The next smaller number.
    Double.isNaN: Whether it is not a number.
    Double.isInfinite: Whether it is ±infinity.
    Double.isFinite: Whether it is a number and not infinite.
    Double.isZero: Whether it is 0 or -0.
    Double.magnitude: The distance from zero.
    Double.sign: `.plus` or `.minus`.
    Double.rounded: The nearest whole number, or by the rule given: `.rounded(.down)`.
    Double.round: Replaces the number by the nearest whole one.
    Double.squareRoot: The square root.
    Double.truncatingRemainder: The remainder of a division, with the sign of the number.
    Double.remainder: The remainder of a division to the nearest whole quotient.
    Double.minimum: The smaller of two numbers.
    Double.maximum: The greater of two numbers.
    Double.random: A random number in a range: `Double.random(in: 0..<1)`.
    Double.description: The number as text, with as many digits as tell it apart.
    Bool.toggle: Makes `true` of `false` and `false` of `true`.
    Bool.random: `true` or `false`, each as likely.
    SystemRandomNumberGenerator: Random numbers that no seed repeats.
    RandomNumberGenerator: What random numbers can be taken from: `next()` answers 64 bits.
    RandomNumberGenerator.next: The next 64 random bits.
    """

  static let text = """
    String: Text: characters as people see them, not bytes. `\\(x)` in a literal puts a value in.
    Character: One character as people see it, however many code points it takes.
    Substring: A part of a text that shares its memory; `String(part)` makes it a text of its own.
    String.init: A text of any value, of a number to a base (`String(255, radix: 16)`), of characters, or of one character repeated.
    String.count: How many characters there are.
    String.isEmpty: Whether there is no character.
    String.first: The first character, or `nil`.
    String.last: The last character, or `nil`.
    String.append: Adds text at the end.
    String.insert: Puts a character or text in at an index.
    String.remove: Takes the character at an index out.
    String.removeFirst: Takes the first characters out.
    String.removeLast: Takes the last characters out.
    String.removeAll: Takes all characters out, or those that fit.
    String.hasPrefix: Whether the text begins with another.
    String.hasSuffix: Whether the text ends with another.
    String.contains: Whether a character or a text is in it, or one that fits.
    String.uppercased: The text in capital letters.
    String.lowercased: The text in small letters.
    String.capitalized: The text with a capital letter at the beginning of each word.
    String.prefix: The first characters, or those at the beginning that fit.
    String.suffix: The last characters.
    String.dropFirst: The text without its first characters.
    String.dropLast: The text without its last characters.
    String.drop: The text without those characters at its beginning that fit.
    String.reversed: The characters from the last to the first.
    String.filter: The characters that fit, as a text.
    String.split: The parts between a separator; empty ones are left out.
    String.components: The parts between a separator, empty ones too: `components(separatedBy: ", ")`.
    String.replacing: The text with every occurrence of a text replaced by another.
    String.replacingOccurrences: The text with every occurrence of a text replaced by another: `replacingOccurrences(of: "a", with: "b")`; with `options: .regularExpression`, of a pattern, whose groups are `$1`, `$2`, … in the other.
    String.firstMatch: The first match of a regular expression, or `nil`: `text.firstMatch(of: /(\\d+)-(\\d+)/)`; its groups are `match.1`, `match.2`, …
    String.wholeMatch: The match of a regular expression with all of the text, or `nil`.
    String.prefixMatch: The match of a regular expression with the beginning of the text, or `nil`.
    String.matches: All matches of a regular expression, one after the other.
    String.replace: Replaces every occurrence of a text, or match of a regular expression, by another.
    String.trimmingPrefix: The text without what a regular expression matches at its beginning.
    String.trimPrefix: Takes away what a regular expression matches at the beginning.
    String.starts: Whether the text begins with another, or with a match of a regular expression.
    String.localizedCaseInsensitiveContains: Whether another text is in it, in capital or small letters.
    String.caseInsensitiveCompare: Which of two texts comes first, in capital or small letters: a `ComparisonResult`.
    String.folding: The text without differences of case (`.caseInsensitive`) or accents (`.diacriticInsensitive`).
    ComparisonResult: `.orderedAscending`, `.orderedSame` or `.orderedDescending`.
    Regex: A pattern that texts are searched for: `/\\w+/`, or `try Regex("\\\\w+")` of a text that is made when it runs.
    Regex.firstMatch: The first match in a text, or `nil`.
    Regex.wholeMatch: The match with all of a text, or `nil`.
    Regex.prefixMatch: The match with the beginning of a text, or `nil`.
    Regex.ignoresCase: The same pattern for capital and small letters alike.
    Regex.dotMatchesNewlines: The same pattern with a `.` that matches the ends of lines, too.
    Regex.anchorsMatchLineEndings: The same pattern with `^` and `$` that match at every line.
    AnyRegexOutput: What a pattern's groups matched, by number: `match[1].substring`.
    String.trimmingCharacters: The text without the characters of a set at both ends: `trimmingCharacters(in: .whitespaces)`.
    String.padding: The text cut or filled up to a length.
    String.compare: Which of two texts comes first.
    String.startIndex: Where the text begins.
    String.endIndex: Where the text ends, behind its last character.
    String.index: The index next to another or some characters away.
    String.indices: The indices of all characters.
    String.distance: How many characters are between two indices.
    String.firstIndex: Where a character is first found, or `nil`.
    String.lastIndex: Where a character is last found, or `nil`.
    String.firstRange: Where a text is first found, or `nil`.
    String.range: Where a text is found, or `nil`: `range(of: "a")`; options are `.caseInsensitive`, `.backwards`, `.anchored` and `.regularExpression`.
    String.ranges: All places where a text is found.
    String.subscript: The character at an index, or the text in a range of them.
    String.utf8: The bytes of the text in UTF-8.
    String.utf16: The text in units of 16 bits.
    String.unicodeScalars: The code points of the text.
    String.description: The text itself.
    String.write: Adds text at the end.
    String.makeIterator: Answers the characters one after another.
    Character.isLetter: Whether it is a letter of any alphabet.
    Character.isNumber: Whether it is a digit or another number.
    Character.isWholeNumber: Whether it is a digit.
    Character.isWhitespace: Whether it is a blank or a line break.
    Character.isNewline: Whether it is a line break.
    Character.isUppercase: Whether it is a capital letter.
    Character.isLowercase: Whether it is a small letter.
    Character.isPunctuation: Whether it is a punctuation mark.
    Character.isSymbol: Whether it is a symbol such as + or €.
    Character.isASCII: Whether it is one of the 128 of ASCII.
    Character.isHexDigit: Whether it is one of 0–9, a–f, A–F.
    Character.wholeNumberValue: The value of a digit, or `nil`.
    Character.hexDigitValue: The value of a hexadecimal digit, or `nil`.
    Character.asciiValue: The number in ASCII, or `nil`.
    Character.uppercased: The capital letter, as a text.
    Character.lowercased: The small letter, as a text.
    CharacterSet: A set of characters to trim or split by: `.whitespaces`, `.punctuationCharacters`.
    """

  static let optionals = """
    Optional: A value or `nil`. `if let`, `guard let`, `?.` and `??` unwrap it; `!` does, too, and stops the cell at `nil`.
    Optional.map: The result of a function for the value, or `nil`.
    Optional.flatMap: The result of a function that answers an optional, or `nil`.
    Optional.take: Answers the value and leaves `nil` behind.
    Optional.none: No value: `nil`.
    Optional.some: A value.
    Result: The value of something that worked, or the error of what did not.
    Result.success: It worked; the value.
    Result.failure: It did not; the error.
    Result.get: Answers the value, or throws the error.
    Result.map: The same with the result of a function for the value.
    Result.flatMap: The result of a function that answers another `Result`, for the value.
    Result.mapError: The same with the result of a function for the error.
    Error: What can be thrown: `enum Problem: Error { case empty }`.
    Error.localizedDescription: What went wrong, in words.
    LocalizedError: An error that says in words what went wrong.
    Never: The type of what never returns.
    """

  static let protocols = """
    Equatable: What `==` compares; a struct or enum only has to say that it is.
    Comparable: What `<` orders; `sorted()`, `min()` and `max()` want it.
    Hashable: What can be the key of a dictionary or be in a set.
    Hasher: Mixes the parts of a value for `hash(into:)`.
    Hasher.combine: Mixes a value in.
    Identifiable: What has an `id`.
    CustomStringConvertible: What says by `description` how it is printed.
    CustomDebugStringConvertible: What says by `debugDescription` how it is shown in detail.
    CaseIterable: An enum whose `allCases` are known.
    RawRepresentable: What has a `rawValue`, as enums of `Int` or `String` do.
    Codable: What can be written as JSON and read from it: structs and enums whose parts can. Own `encode(to:)` and `init(from:)` are not part of the cell language.
    Encodable: What `JSONEncoder` can write.
    Decodable: What `JSONDecoder` can make.
    CodingKey: What an enumeration `CodingKeys: String, CodingKey` in a struct conforms to: its cases name the properties, their texts the keys in JSON.
    JSONEncoder: Writes values as JSON: `try JSONEncoder().encode(value)` is `Data`.
    JSONEncoder.encode: The JSON of a value, as `Data`.
    JSONEncoder.outputFormatting: How it is laid out: `[.prettyPrinted, .sortedKeys]`.
    JSONEncoder.keyEncodingStrategy: How properties are named: `.convertToSnakeCase`.
    JSONDecoder: Makes values from JSON: `try JSONDecoder().decode(Person.self, from: data)`.
    JSONDecoder.decode: The value of a type that JSON holds; throws a `DecodingError`.
    JSONDecoder.keyDecodingStrategy: How properties are named: `.convertFromSnakeCase`.
    DecodingError: What is wrong with JSON: `.keyNotFound`, `.typeMismatch`, `.valueNotFound`, `.dataCorrupted`, and where.
    EncodingError: What cannot be written as JSON, and where.
    Data: Bytes: `Data(text.utf8)`, `text.data(using: .utf8)`.
    Data.count: How many bytes there are.
    Sendable: Accepted, and without effect here.
    Collection: A sequence that can be gone through again and has indices.
    Strideable: What has distances: numbers.
    Numeric: What can be added and multiplied.
    BinaryInteger: Any integer type.
    FixedWidthInteger: Any integer type with a least and a greatest number.
    FloatingPoint: Any floating-point type.
    BinaryFloatingPoint: Any floating-point type.
    AdditiveArithmetic: What can be added and subtracted, and has a zero.
    TextOutputStream: What `print(…, to:)` writes to.
    OptionSet: A set of flags in the bits of a number.
    AnyHashable: Any value that can be the key of a dictionary.
    ObjectIdentifier: Which instance of a class it is.
    """

  static let dates = """
    Date: A moment; two of them have a difference in seconds.
    Date.init: Now, or seconds since 1970.
    Date.now: This moment.
    Date.timeIntervalSince: Seconds since another moment.
    Date.timeIntervalSince1970: Seconds since the beginning of 1970.
    Date.timeIntervalSinceNow: Seconds from now on; negative for what is past.
    Date.addingTimeInterval: The moment some seconds later.
    TimeInterval: Seconds, as a `Double`.
    """
}
