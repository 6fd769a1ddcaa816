func f() {
  print(later)
//      ^ error: use of local variable 'later' before its declaration
  let later = 1
  print(later)
}
f()
