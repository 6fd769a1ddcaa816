func pair<T>(_ a: T, _ b: T) -> [T] { [a, b] }
let n = 1
let s = "a"
print(pair(n, s))
//    ^ error: conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
