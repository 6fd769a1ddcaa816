let original = [1, 2, 3]
var copy = original
copy[0] = 99
copy.append(4)
print(original)
print(copy)
