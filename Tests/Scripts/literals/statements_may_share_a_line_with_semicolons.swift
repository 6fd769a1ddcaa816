let a = 1; let b = 2; print(a + b)
var c = a; c += b; print(c);
