enum Light { case red, amber, green }
let light = Light.red
switch light {
// <- error: switch must be exhaustive
case .red: print("stop")
case .green: print("go")
}
