#if DEBUG
// <- error: conditional compilation is not part of the cell language
print("debug")
#endif
print("done")
