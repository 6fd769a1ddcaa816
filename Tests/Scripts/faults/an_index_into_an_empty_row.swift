var rows = [[1], []]
for row in rows {
  print(row[0])
// fault: Index out of range
}
