let half: Int = 0.5
//              ^ error: cannot convert value of type 'Double' to specified type 'Int'
print(half)
