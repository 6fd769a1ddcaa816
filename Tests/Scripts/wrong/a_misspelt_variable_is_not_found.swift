let message = "hello"
print(mesage)
//    ^ error: cannot find 'mesage' in scope
// note: did you mean 'message'?
