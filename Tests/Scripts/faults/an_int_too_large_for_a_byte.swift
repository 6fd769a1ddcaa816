let values = [255, 256]
for v in values {
  print(UInt8(v))
// fault: Not enough bits to represent the passed value
}
