func f(_ flag: Bool) {
  let text: String
  if flag { text = "yes" }
  print(text)
//      ^ error: constant 'text' used before being initialized
}
f(true)
