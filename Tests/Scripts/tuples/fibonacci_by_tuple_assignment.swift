var (a, b) = (0, 1)
var line: [Int] = []
while a < 100 {
  line.append(a)
  (a, b) = (b, a + b)
}
print(line)
