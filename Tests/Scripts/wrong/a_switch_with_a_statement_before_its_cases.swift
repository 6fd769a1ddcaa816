let n = 1
switch n {
  print("start")
//^ error: all statements inside a switch must be covered by a 'case' or 'default' label
  case 1: print("one")
  default: print("other")
}
