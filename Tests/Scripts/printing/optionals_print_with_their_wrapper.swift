let some: Int? = 1, none: Int? = nil, text: String? = "s"
print(some as Any, none as Any, text as Any)
print([some, none], ["a": some])
print((some, text))
print("\(some as Any) \(text!)")
