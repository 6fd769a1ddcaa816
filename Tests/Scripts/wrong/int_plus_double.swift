let count = 3
let rate = 1.5
print(count + rate)
//          ^ error: binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// note: 'Double(count)' converts it
