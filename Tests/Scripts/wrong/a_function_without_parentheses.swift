func hello {
//        ^ error: expected parameter clause in function signature
  print("hello")
}
