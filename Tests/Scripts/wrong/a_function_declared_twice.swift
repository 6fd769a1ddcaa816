func f(_ n: Int) -> Int { n }
func f(_ n: Int) -> Int { n + 1 }
//   ^ error: invalid redeclaration of 'f'
print(f(1))
