let n = 7
let kind = if n < 0 { "negative" } else if n == 0 { "zero" } else { "positive" }
print(kind)
func sign(_ n: Int) -> Int { if n < 0 { -1 } else if n > 0 { 1 } else { 0 } }
print([-5, 0, 5].map(sign))
