var a = "one"
let b = a
a += " more"
print(a)
print(b)
