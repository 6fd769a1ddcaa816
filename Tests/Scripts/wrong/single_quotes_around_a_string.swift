let s = 'hello'
//      ^ error: Single-quoted string literal found, use '"'
print(s)
