var numbers: Set = [1, 2, 2, 3, 3, 3]
print(numbers.count, numbers.contains(2), numbers.contains(9))
print(numbers.insert(3).inserted, numbers.insert(4).inserted)
print(numbers.remove(1) as Any, numbers.remove(1) as Any)
print(numbers.sorted(), numbers.isEmpty)
