func squares(upTo n: Int) -> AnySequence<Int> {
  AnySequence { () -> AnyIterator<Int> in
    var i = 0
    return AnyIterator {
      i += 1
      return i > n ? nil : i * i
    }
  }
}
print(Array(squares(upTo: 4)), squares(upTo: 3).reduce(0, +))
var it = AnyIterator([7, 8].makeIterator())
print(it.next()!, it.next()!, it.next() as Any)
