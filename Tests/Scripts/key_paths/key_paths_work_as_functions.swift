struct Person { var name: String; var age: Int }
let people = [Person(name: "Bo", age: 40), Person(name: "Al", age: 30)]
print(people.map(\.name), people.map(\.age).reduce(0, +))
print(people.sorted { $0[keyPath: \.age] < $1[keyPath: \.age] }.map(\.name))
print(["a", "bcd"].map(\.count), [[1], []].filter(\.isEmpty).count)
