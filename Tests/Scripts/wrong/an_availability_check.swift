if #available(macOS 10.15, *) {
// ^ error: '#available' is not part of the cell language
  print("new")
}
