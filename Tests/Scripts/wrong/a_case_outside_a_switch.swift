let n = 1
case 1: print("one")
// <- error: 'case' can only appear inside a 'switch' statement or 'enum' declaration
