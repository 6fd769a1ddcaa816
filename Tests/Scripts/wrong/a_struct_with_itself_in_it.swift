struct Flags {
  let rawValue: Int
  let a = Flags(rawValue: 1)
//    ^ error: value type 'Flags' cannot have a stored property that recursively contains it
}
print(Flags(rawValue: 2).rawValue)
