func f(_ early: Bool) {
  if early {
    print("early")
    return
  }
  defer { print("deferred") }
  print("late")
}
f(true); f(false)
