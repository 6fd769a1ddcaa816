enum Light { case red, amber, green }
func next(_ light: Light) -> Light {
  switch light {
  case .red: .green
  case .amber: .red
  case .green: .amber
  }
}
var light = Light.red
for _ in 1...4 { print(light); light = next(light) }
