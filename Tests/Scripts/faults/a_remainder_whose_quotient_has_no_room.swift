let one: Int8 = Int8("-1")!
print((-127 as Int8) % one, Int8.max % one)
let least: Int8 = Int8("-128")!
print(least % one)
// fault: Division results in an overflow in remainder operation
