let whole = 3
let real = 3.0
print(whole, real)
print(type(of: whole), type(of: real))
print(7 / 2, 7.0 / 2)
