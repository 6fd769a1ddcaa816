let count = 3
print(cuont)
//    ^ error: cannot find 'cuont' in scope
let text: String = count
//                 ^ error: cannot convert value of type 'Int' to specified type 'String'
count = 4
// <- error: cannot assign to value: 'count' is a 'let' constant
print(text.size)
//         ^ error: value of type 'String' has no member 'size'
