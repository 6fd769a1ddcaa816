let s = "hello"
print(s.length)
//      ^ error: value of type 'String' has no member 'length'
