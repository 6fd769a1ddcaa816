let n = 3
print(n(4))
//    ^ error: cannot call value of non-function type 'Int'
