enum Planet: Int { case mercury = 1, venus, earth, mars }
enum Level: Int { case low, middle = 10, high }
print(Planet.earth.rawValue, Planet(rawValue: 4)!, Planet(rawValue: 9) as Any)
print(Level.low.rawValue, Level.high.rawValue)
