let xs = [1, 2, 3]
for i in 0..< {
//        ^ error: '..<' is not a postfix unary operator
  print(xs[i])
}
