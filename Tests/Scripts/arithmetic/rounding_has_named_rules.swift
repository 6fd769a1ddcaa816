let values = [2.5, -2.5, 3.5, 2.4, 2.6]
for v in values {
  print(v, v.rounded(), v.rounded(.down), v.rounded(.up),
    v.rounded(.towardZero), v.rounded(.toNearestOrEven))
}
var x = 7.7
x.round()
print(x)
