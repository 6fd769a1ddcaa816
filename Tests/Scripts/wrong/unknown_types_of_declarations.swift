// What is wrong with a declaration is told where a call asks for it first, too.
func pet(_ cat: Catname, loudly: Bool) -> Int { 1 }
//              ^ error: cannot find type 'Catname' in scope
enum Event { case seen(Dognam) }
//                     ^ error: cannot find type 'Dognam' in scope
struct Shelf {
  var count = zork(3)
//            ^ error: cannot find 'zork' in scope
  var width: Int
}
class Chain { let next: Lynk? = nil }
//                      ^ error: cannot find type 'Lynk' in scope
print(pet(3, loudly: true))
print(Event.seen(3))
print(Shelf(width: 2).count + 1)
print(Chain().next ?? "none")
