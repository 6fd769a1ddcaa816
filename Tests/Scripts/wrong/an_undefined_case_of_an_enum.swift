enum Light { case red, green }
let l = Light.blue
//            ^ error: type 'Light' has no member 'blue'
print(l)
