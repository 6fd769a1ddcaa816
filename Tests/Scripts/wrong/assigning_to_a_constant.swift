let n = 1
n = 2
// <- error: cannot assign to value: 'n' is a 'let' constant
print(n)
