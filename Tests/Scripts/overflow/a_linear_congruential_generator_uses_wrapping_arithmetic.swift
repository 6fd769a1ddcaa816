var state: UInt64 = 42
for _ in 1...5 {
  state = state &* 6364136223846793005 &+ 1442695040888963407
  print(state >> 33)
}
