let a = 1
print(!a)
//     ^ error: type 'Int' cannot be used as a boolean; test for '== 0' instead
