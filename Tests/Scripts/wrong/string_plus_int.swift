let age = 31
print("age: " + age)
//            ^ error: binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// note: write "\(age)" to put it into a string
