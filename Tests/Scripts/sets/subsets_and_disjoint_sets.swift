let small: Set = [1, 2]
let big: Set = [1, 2, 3]
print(small.isSubset(of: big), big.isSuperset(of: small))
print(small.isStrictSubset(of: small), small.isSubset(of: small))
print(small.isDisjoint(with: [7, 8]), small.isDisjoint(with: big))
print(small == [2, 1], small != big)
