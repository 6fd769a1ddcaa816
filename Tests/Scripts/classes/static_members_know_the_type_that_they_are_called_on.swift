protocol Made { static func make() -> String }
class Base {
  class func word() -> String { "base" }
  class var number: Int { 1 }
  class func tell() -> String { word() + " \(number) \(self)" }
  static func ask() -> String { if let type = self as? Made.Type { return type.make() }; return "no" }
}
class Derived: Base, Made {
  override class func word() -> String { "derived" }
  override class var number: Int { 2 }
  static func make() -> String { "made" }
}
print(Base.tell(), Derived.tell())
print(Base.ask(), Derived.ask())
let types: [Base.Type] = [Base.self, Derived.self]
for type in types { print(type.tell(), type.ask()) }
