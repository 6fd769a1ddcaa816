let s = "   42 apples"
print(s.drop(while: { $0 == " " }))
print(s.drop { $0 == " " }.prefix { $0.isNumber })
print(s.prefix(while: \.isWhitespace).count)
print(s.max()!, s.min() == " ")
