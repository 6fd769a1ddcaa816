func hello() { print("hello") }
hello("Ann")
//    ^ error: argument passed to call that takes no arguments
