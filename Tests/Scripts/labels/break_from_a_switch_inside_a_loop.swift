var n = 0
counting: while true {
  n += 1
  switch n {
  case 3: continue counting
  case 5: break counting
  default: print(n)
  }
}
print("stopped at", n)
