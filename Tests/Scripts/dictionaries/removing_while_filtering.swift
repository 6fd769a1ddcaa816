var sessions = ["a": 10, "b": 99, "c": 5]
for (name, age) in sessions where age > 9 {
  sessions[name] = nil
}
print(sessions)
sessions.removeAll()
print(sessions.count)
