struct Temperature { var degrees: Double }
protocol Describable { func describe() -> String }
extension Temperature: Describable { func describe() -> String { "\(degrees) degrees" } }
extension Int: Describable { func describe() -> String { "the number \(self)" } }
extension Array: Describable where Element: Describable {
  func describe() -> String { map { $0.describe() }.joined(separator: ", ") }
}
print(Temperature(degrees: 20).describe(), 7.describe(), [1, 2].describe(), separator: "; ")
