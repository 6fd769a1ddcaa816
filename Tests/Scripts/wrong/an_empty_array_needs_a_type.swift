let xs = []
//       ^ error: empty collection literal requires an explicit type
print(xs)
