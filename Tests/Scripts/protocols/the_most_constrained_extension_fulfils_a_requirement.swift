protocol Instrument { var name: String { get }; func play() -> String; mutating func tune(_ steps: Int) }
protocol Amplified { var watts: Int { get } }
extension Instrument {
  func play() -> String { "\(name) sounds" }
  mutating func tune(_ steps: Int) {}
}
extension Instrument where Self: Amplified {
  func play() -> String { "\(name) roars with \(watts) W" }
}
struct Flute: Instrument { let name = "flute"; var pitch = 0; mutating func tune(_ steps: Int) { pitch += steps } }
struct Guitar: Instrument, Amplified { let name = "guitar", watts = 50 }
struct Organ: Instrument, Amplified { let name = "organ", watts = 9; func play() -> String { "pipes" } }
let all: [any Instrument] = [Flute(), Guitar(), Organ()]
for instrument in all { print(instrument.play()) }
func perform<I: Instrument>(_ instrument: I) -> String { instrument.play() }
print(perform(Flute()), perform(Guitar()), perform(Organ()), separator: "; ")
var one: any Instrument = Flute()
one.tune(3)
print(one)
