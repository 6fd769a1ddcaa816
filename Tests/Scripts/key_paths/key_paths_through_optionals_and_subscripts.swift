struct Cat { var name: String; var tags: [String] }
struct Home { var cat: Cat? }
let homes = [Home(cat: Cat(name: "Tom", tags: ["grey"])), Home(cat: nil)]
print(homes.map(\.cat?.name), homes.compactMap(\.cat?.tags.first))
print([[1, 2], [3, 4]].map(\.[1]), [3, 1].map(\.self))
