struct Point { var x = 0 }
let table: [Point: Int] = [:]
//         ^ error: type 'Point' does not conform to protocol 'Hashable'
print(table)
