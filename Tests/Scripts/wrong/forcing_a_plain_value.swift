let n = 5
print(n!)
//     ^ error: cannot force unwrap value of non-optional type 'Int'
