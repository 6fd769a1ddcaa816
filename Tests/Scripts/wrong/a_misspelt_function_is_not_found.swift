let total = 3
pritn(total)
// <- error: cannot find 'pritn' in scope
// note: did you mean 'print'?
