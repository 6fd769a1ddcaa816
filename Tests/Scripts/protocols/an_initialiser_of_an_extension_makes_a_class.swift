protocol Named { var name: String { get set }; init(name: String) }
extension Named { init() { self.init(name: "default") } }
struct Nm: Named { var name: String }
final class NmC: Named { var name: String; init(name: String) { self.name = name } }
class NmD: Named { var name: String; required init(name: String) { self.name = name } }
print(Nm().name)
print(NmC().name)
print(NmD().name)
func make<T: Named>(_ t: T.Type) -> T { T() }
print(make(NmC.self).name, make(Nm.self).name)
