let a = "x"
let b = "x"
print("building")
let table = [a: 1, b: 2]
// fault: Dictionary literal contains duplicate keys
print(table)
