let 2nd = 3
//  ^ error: expected '=' in variable
//  ^ error: expected pattern in variable
//   ^ error: 'n' is not a valid digit in integer literal
print(2)
