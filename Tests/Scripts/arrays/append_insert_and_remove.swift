var list = [10, 20, 30]
list.append(40)
list.insert(5, at: 0)
list.append(contentsOf: [50, 60])
list += [70]
print(list)
print(list.remove(at: 1), list.removeFirst(), list.removeLast())
print(list)
list.removeAll { $0 > 45 }
print(list)
print(list.popLast() as Any, list.popLast() as Any, list.popLast() as Any)
list.removeAll()
print(list.isEmpty)
