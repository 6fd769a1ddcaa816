let n = 1
else { print(n) }
// <- error: unexpected code 'else { print(n) }' in source file
