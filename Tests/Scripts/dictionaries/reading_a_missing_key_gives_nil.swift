let ages = ["Ann": 31, "Bob": 27]
print(ages["Ann"] as Any)
print(ages["Zoe"] as Any)
print(ages["Zoe"] ?? 0)
if let age = ages["Bob"] { print("Bob is", age) }
print(ages["Zoe"] == nil, ages["Ann"] == 31)
