let xs = [1, 2, 3]
print(xs.size())
//       ^ error: value of type '[Int]' has no member 'size'
