enum Size { case s, m, l }
func price(_ size: Size) -> Double {
  switch size {
  case .s: 1.5
  case .m: 2
  case .l: 2.5
  }
}
let word = switch price(.m) {
case ..<2: "cheap"
case 2: "fair"
default: "dear"
}
print(price(.s), price(.m), price(.l), word)
