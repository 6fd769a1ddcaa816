func first(_ p: UnsafePointer<Int>) -> Int { p.pointee }
//              ^ error: pointers are not part of the cell language
print("pointed")
