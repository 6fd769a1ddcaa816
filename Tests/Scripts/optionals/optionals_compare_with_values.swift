let n: Int? = 3
print(n == 3, n == nil, n != 4, nil == n)
let xs: [Int?] = [3, nil, 3]
print(xs.filter { $0 == 3 }.count, xs.contains(nil), xs[0] == xs[2])
print(Optional(1) == Optional(1))
