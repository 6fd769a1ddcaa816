struct Point { var x = 0 }
let ps = [Point(x: 2), Point(x: 1)]
print(ps.sorted())
//       ^ error: referencing instance method 'sorted()' on 'Sequence' requires that 'Point' conform to 'Comparable'
