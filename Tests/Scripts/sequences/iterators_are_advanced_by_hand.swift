var it = [10, 20, 30].makeIterator()
print(it.next()!)
var second = it
print(it.next()!, second.next()!, it.next()!, it.next() as Any)
var letters = "hi".makeIterator()
while let c = letters.next() { print(c) }
var zipped = zip([1, 2], "ab").makeIterator()
print(zipped.next()!, zipped.next()!, zipped.next() == nil)
