func double(_ n: Int) -> Int { n * 2 }
print(double(4, 5))
//              ^ error: extra argument in call
