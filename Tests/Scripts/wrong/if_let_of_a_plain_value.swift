let n = 5
if let m = n {
// ^ error: initializer for conditional binding must have Optional type, not 'Int'
  print(m)
}
