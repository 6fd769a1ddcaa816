/// A number in hexadecimal digits, at least so many.
///
///     hexadecimal(10, digits: 4)   → "000a"
package func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
