var x = 1, y = 2.5, z = "three"
let a: Int, b: Int
a = 10
b = 20
var p, q: Int
p = a
q = b
print(x, y, z, a, b, p, q)
x += 1
y *= 2
z += "!"
p -= 1
q -= 1
print(x, y, z, p, q)
