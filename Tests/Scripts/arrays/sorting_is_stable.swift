let people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25), ("Eve", 30)]
for (name, age) in people.sorted(by: { $0.1 < $1.1 }) {
  print(age, name)
}
