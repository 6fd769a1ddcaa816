let n: Int? = 3
print(n! + 1)
var label: String! = "set"
print(label.count)
label = nil
print(label == nil)
print(["a": 1]["a"]!)
