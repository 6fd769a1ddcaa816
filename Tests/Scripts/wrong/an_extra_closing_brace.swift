print("hello")
}
// <- error: unexpected brace in source file
