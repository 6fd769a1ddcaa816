class Thing {}
let a = Thing(), b = Thing(), c = a
print(ObjectIdentifier(a) == ObjectIdentifier(c), ObjectIdentifier(a) == ObjectIdentifier(b))
var seen: Set<ObjectIdentifier> = []
for t in [a, b, c] { seen.insert(ObjectIdentifier(t)) }
print(seen.count)
