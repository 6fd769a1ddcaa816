let typed: Int? = nil
let known: Int? = 8
print(typed ?? 1, known ?? 1)
print(typed ?? known ?? 0)
let name: String? = nil
print("Hello, " + (name ?? "stranger"))
func expensive() -> Int { print("computed"); return 3 }
print(known ?? expensive())
print(typed ?? expensive())
