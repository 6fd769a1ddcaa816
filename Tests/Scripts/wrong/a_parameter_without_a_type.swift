func double(n) -> Int {
//           ^ error: expected ':' and type in parameter
  return 2
}
print(double(n: 1))
