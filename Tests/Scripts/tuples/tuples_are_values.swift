var a = (n: 1, list: [1])
let b = a
a.n = 2
a.list.append(2)
print(a, b)
