let big = 9223372036854775808
//        ^ error: integer literal '9223372036854775808' overflows when stored into 'Int'
print(big)
