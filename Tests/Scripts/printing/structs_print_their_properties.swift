struct Inner { var a = 1.5; var b: [String] = ["x"] }
struct Outer { let name = "o"; var inner = Inner(); var maybe: Int? = nil; var flag = true }
print(Inner())
print(Outer())
print([Inner()])
print(Optional(Inner()) as Any)
