protocol Flyer { func fly() -> String }
struct Bird: Flyer { func fly() -> String { "flap" } }
struct Stone {}
let things: [Any] = [Bird(), Stone(), 7]
for thing in things {
  if let flyer = thing as? Flyer { print(flyer.fly()) } else { print(thing is Flyer, "cannot fly") }
}
