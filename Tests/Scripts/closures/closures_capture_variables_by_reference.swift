var count = 0
let increment = { count += 1 }
increment()
increment()
print(count)
count = 10
increment()
print(count)
