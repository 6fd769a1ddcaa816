var actions: [() -> Int] = []
for i in 1...3 { actions.append { i * 10 } }
print(actions.map { $0() })
var count = 0
var shared: [() -> Int] = []
while count < 3 {
  shared.append { count }
  count += 1
}
print(shared.map { $0() })
