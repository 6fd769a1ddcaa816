var name = "Ann"
let greet = { "Hello, \(name)" }
print(greet())
name = "Bob"
print(greet())
var list = [1]
let size = { list.count }
list += [2, 3]
print(size())
