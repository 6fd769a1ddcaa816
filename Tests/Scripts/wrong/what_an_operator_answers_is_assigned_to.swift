var k = 1
-k = 2
// <- error: expression is not assignable: unary operator returns immutable value
+k = 3
// <- error: expression is not assignable: '+' returns immutable value
~k += 1
// ^ error: left side of mutating operator isn't mutable: unary operator returns immutable value
print(k)
