var queue: [String] = []
print("queue of", queue.count)
print(queue.removeFirst())
// fault: Can't remove first element from an empty collection
