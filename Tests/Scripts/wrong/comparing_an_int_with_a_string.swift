let n = 3
if n == "3" {
//   ^ error: binary operator '==' cannot be applied to operands of type 'Int' and 'String'
  print("same")
}
