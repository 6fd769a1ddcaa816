let price = 5€
//           ^ error: '€' is not a valid digit in integer literal
print(price)
