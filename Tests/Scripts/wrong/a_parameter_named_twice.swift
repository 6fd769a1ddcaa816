func add(_ a: Int, _ a: Int) -> Int { a }
//                   ^ error: invalid redeclaration of 'a'
print(add(1, 2))
