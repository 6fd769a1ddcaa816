let xs = [1, 2, 3]
print(xs["first"])
//      ^ error: no exact matches in call to subscript
