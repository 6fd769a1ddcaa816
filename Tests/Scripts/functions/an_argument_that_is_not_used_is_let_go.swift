final class Owner {
  let name: String
  init(_ name: String) { self.name = name }
  var kind: Int { 3 }
}
struct Observer { weak var owner: Owner? }
func ignore(_ owner: Owner) -> Int { 4 }
func both(_ owner: Owner, _ n: Int) -> Int { n + 1 }

func run() {
  var owner: Owner? = Owner("first")
  var observer = Observer(owner: owner)
  let n = ignore(owner!)
  print(n, observer.owner?.name ?? "gone")
  owner = nil
  print(observer.owner?.name ?? "gone")

  var others = [Owner("second")]
  observer.owner = others[0]
  print(both(others[0], 5), others[0].kind)
  others = []
  print(observer.owner?.name ?? "gone")
}
run()
