func describe(_ n: Int) -> String {
  var text = "\(n) is"
  switch n {
  case 2, 3, 5, 7:
    text += " prime and"
    fallthrough
  default:
    text += " a number"
  }
  return text
}
print(describe(5)); print(describe(4))
