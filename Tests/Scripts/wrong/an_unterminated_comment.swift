print("a")
/* this never ends
// <- error: unterminated '/*' comment
