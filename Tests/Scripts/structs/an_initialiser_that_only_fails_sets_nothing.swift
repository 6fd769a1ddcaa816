struct Day {
  var year: Int, month: Int
  init(year: Int) { self.year = year; month = 1 }
  init?(text: String) { return nil }
  init(checked text: String) throws { throw Wrong() }
}
struct Wrong: Error {}
print(Day(text: "x") == nil ? "nil" : "some", Day(year: 2).month)
do { _ = try Day(checked: "") } catch { print("thrown") }
extension Day: Equatable {}
