let numbers = [1, 2]
print([2, 1].reversed() == numbers, nowhere)
//                                  ^ error: cannot find 'nowhere' in scope
