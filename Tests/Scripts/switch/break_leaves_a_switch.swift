for n in 1...4 {
  switch n {
  case 2: break
  case 3:
    if n > 2 { break }
    print("never")
  default: print(n)
  }
}
print("done")
