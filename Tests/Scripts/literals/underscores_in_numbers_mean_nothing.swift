let million = 1_000_000
let price = 1_299.99
print(million, price)
print(1_0 + 0_1)
