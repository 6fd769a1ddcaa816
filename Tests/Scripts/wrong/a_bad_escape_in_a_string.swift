print("path \d end")
//          ^ error: invalid escape sequence in literal
