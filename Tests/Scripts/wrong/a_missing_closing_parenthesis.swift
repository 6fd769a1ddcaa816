print("hello"
//           ^ error: expected ')' to end function call
print("world")
