let n = 1
if n == 1 {
  break
//^ error: unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an if or do
}
