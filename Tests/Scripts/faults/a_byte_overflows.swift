var byte: UInt8 = 250
for _ in 0..<10 {
  byte += 2
// fault: arithmetic operation '254 + 2' (on type 'UInt8') results in an overflow
  print(byte)
}
