func f(_ n: Int?) {
  guard let n { return }
//            ^ error: expected 'else' in 'guard' statement
  print(n)
}
f(1)
