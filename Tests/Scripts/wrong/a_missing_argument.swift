func area(width: Int, height: Int) -> Int { width * height }
print(area(width: 3))
//                 ^ error: missing argument for parameter 'height' in call
