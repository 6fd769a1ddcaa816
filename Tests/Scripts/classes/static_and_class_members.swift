class Registry {
  static var count = 0
  class var label: String { "base" }
  static func register() -> Int { count += 1; return count }
  class func make() -> Registry { Registry() }
}
class Special: Registry {
  override class var label: String { "special" }
  override class func make() -> Registry { Special() }
}
print(Registry.register(), Special.register(), Registry.count)
print(Registry.label, Special.label, type(of: Special.make()))
