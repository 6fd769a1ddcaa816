func ping(_ n: Int) -> Int { pong(n + 1) + 1 }
// fault: stack overflow
func pong(_ n: Int) -> Int { ping(n + 1) + 1 }
print("starting")
print(ping(0))
