print(1 < 2, 2 <= 2, 3 > 4, 4 >= 5, 5 == 5, 5 != 5)
print("apple" < "banana", "Zebra" < "apple")
print(2.5 > 2, (1, "b") < (1, "c"))
