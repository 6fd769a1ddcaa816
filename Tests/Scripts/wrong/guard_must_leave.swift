func show(_ n: Int?) {
  guard let n else {
    print("nothing")
  }
//^ error: 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
  print(n)
}
show(3)
