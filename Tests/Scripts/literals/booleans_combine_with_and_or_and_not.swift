let sunny = true
let warm = false
print(sunny && warm, sunny || warm, !sunny)
print(true == false, true != false)
print(!(sunny && warm) || false)
