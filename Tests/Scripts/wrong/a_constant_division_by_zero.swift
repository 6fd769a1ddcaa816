print(10 / 0)
//       ^ error: division by zero
