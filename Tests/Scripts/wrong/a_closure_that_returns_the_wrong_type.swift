let xs = [1, 2, 3]
let evens = xs.filter { $0 * 2 }
//                         ^ error: cannot convert value of type 'Int' to closure result type 'Bool'
print(evens)
