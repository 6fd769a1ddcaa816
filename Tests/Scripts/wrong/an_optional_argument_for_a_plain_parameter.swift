func double(_ n: Int) -> Int { n * 2 }
let n = Int("4")
print(double(n))
//           ^ error: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
