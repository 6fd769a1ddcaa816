let n
//  ^ error: type annotation missing in pattern
print("n")
