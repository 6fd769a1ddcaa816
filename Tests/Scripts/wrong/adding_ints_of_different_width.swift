let a: Int32 = 1
let b: Int64 = 2
print(a + b)
//      ^ error: binary operator '+' cannot be applied to operands of type 'Int32' and 'Int64'
