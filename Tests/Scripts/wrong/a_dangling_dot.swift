let s = "abc"
print(s.)
//      ^ error: expected name in member access
