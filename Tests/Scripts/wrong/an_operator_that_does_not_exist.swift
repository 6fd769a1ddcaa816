let n = 2 ** 3
//        ^ error: cannot find operator '**' in scope
print(n)
