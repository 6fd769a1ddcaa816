let width = 3, text = "wide text"
let padding = width - text.count
print("padding", padding)
print([Int](repeating: 0, count: padding))
// fault: Can't construct Array with count < 0
