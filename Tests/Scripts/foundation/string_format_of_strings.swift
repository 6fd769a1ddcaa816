import Foundation
print(String(format: "%@ is %d", "Ann", 31))
print(String(format: "%@-%@", "a", "b"))
for (name, value) in [("alpha", 1.5), ("beta", 22.25)] {
  print(name.padding(toLength: 8, withPad: " ", startingAt: 0) + String(format: "%6.2f", value))
}
