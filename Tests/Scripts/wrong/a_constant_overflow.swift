let top = Int8(100) + Int8(100)
//                  ^ error: arithmetic operation '100 + 100' (on type 'Int8') results in an overflow
print(top)
