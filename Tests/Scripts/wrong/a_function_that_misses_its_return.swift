func sign(_ n: Int) -> String {
  if n > 0 {
    return "plus"
  }
}
// <- error: missing return in global function expected to return 'String'
print(sign(1))
