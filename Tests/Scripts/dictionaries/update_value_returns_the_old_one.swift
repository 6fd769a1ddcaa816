var table = ["a": 1]
print(table.updateValue(2, forKey: "a") as Any)
print(table.updateValue(3, forKey: "b") as Any)
print(table["a"]!, table["b"]!)
