struct File: ~Copyable {
//           ^ error: noncopyable types are not part of the cell language
  let n = 1
}
print("file")
