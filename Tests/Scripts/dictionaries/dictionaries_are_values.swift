var first = ["a": [1]]
let second = first
first["a"]?.append(2)
first["b"] = []
print(first["a"]!, first.count)
print(second["a"]!, second.count)
