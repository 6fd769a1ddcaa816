func double(_ n: Int) -> Int { n * 2 }
print(double("four"))
//           ^ error: cannot convert value of type 'String' to expected argument type 'Int'
