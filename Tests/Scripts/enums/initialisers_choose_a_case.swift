enum Size {
  case small, large
  init(_ n: Int) { self = n < 10 ? .small : .large }
  init?(name: String) {
    switch name {
    case "s": self = .small
    case "l": self = .large
    default: return nil
    }
  }
}
print(Size(3), Size(30), Size(name: "l")!, Size(name: "x") as Any)
