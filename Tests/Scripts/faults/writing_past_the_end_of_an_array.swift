var xs = [1, 2, 3]
print(xs)
for i in 0...xs.count {
  xs[i] = 0
// fault: Index out of range
}
