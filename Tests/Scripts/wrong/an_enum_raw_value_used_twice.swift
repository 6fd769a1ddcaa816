enum Code: Int {
  case first = 1
  case second = 1
//              ^ error: raw value for enum case is not unique
}
print(Code.first)
