var nothing = nil
//            ^ error: 'nil' requires a contextual type
nothing = nil
print(1)
