// a line comment
/* a block /* inside a block */ still a comment */
print("after") // trailing
/* between */ print("the", /* in a call */ "lines")
