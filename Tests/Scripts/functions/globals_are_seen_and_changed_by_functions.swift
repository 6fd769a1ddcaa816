var log: [String] = []
var level = 0
func enter(_ name: String) {
  log.append(String(repeating: ">", count: level) + name)
  level += 1
}
func leave() { level -= 1 }
enter("a"); enter("b"); leave(); enter("c"); leave(); leave()
print(log, level)
