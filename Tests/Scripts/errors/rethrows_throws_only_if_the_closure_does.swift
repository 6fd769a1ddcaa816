struct Odd: Error {}
func each<T>(_ xs: [T], _ body: (T) throws -> Void) rethrows { for x in xs { try body(x) } }
each([1, 2]) { print($0) }
do {
  try each([2, 4, 5, 6]) { if $0 % 2 == 1 { throw Odd() } else { print($0) } }
} catch { print("stopped:", error) }
