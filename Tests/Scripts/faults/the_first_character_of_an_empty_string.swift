var s = "a"
print(s.removeFirst())
print(s.removeFirst())
// fault: Can't remove first element from an empty collection
