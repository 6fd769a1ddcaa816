enum Category: String, CaseIterable, Comparable {
  case tools, garden, kitchen
  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

struct Product {
  let name: String
  let category: Category
  var price: Double
  var stock: Int
  var value: Double { price * Double(stock) }
}

enum Change {
  case sale(String, Int)
  case delivery(String, Int)
  case reprice(Category, percent: Double)
}

struct Inventory {
  private(set) var products: [Product]
  private(set) var problems: [String] = []

  private func index(of name: String) -> Int? { products.firstIndex { $0.name == name } }

  init(_ lines: String) {
    products = lines.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ";").map { String($0) }
      guard parts.count == 4, let category = Category(rawValue: parts[1]),
        let price = Double(parts[2]), let stock = Int(parts[3])
      else { return nil }
      return Product(name: parts[0], category: category, price: price, stock: stock)
    }
  }

  mutating func apply(_ change: Change) {
    switch change {
    case .sale(let name, let n):
      guard let i = index(of: name) else { problems.append("no \(name)"); return }
      guard products[i].stock >= n else {
        problems.append("only \(products[i].stock) \(name), not \(n)")
        return
      }
      products[i].stock -= n
    case let .delivery(name, n):
      if let i = index(of: name) { products[i].stock += n } else { problems.append("cannot store \(name)") }
    case let .reprice(category, percent):
      for i in products.indices where products[i].category == category {
        products[i].price = (products[i].price * (100 + percent)).rounded() / 100
      }
    }
  }

  func report() {
    let groups = Dictionary(grouping: products, by: \.category)
    for (category, list) in groups.sorted(by: { $0.key < $1.key }) {
      print(category.rawValue.uppercased(), list.map(\.value).reduce(0, +))
      for p in list.sorted(by: { $0.value > $1.value }) {
        print("  \(p.name): \(p.stock) at \(p.price)")
      }
    }
    let missing = Category.allCases.filter { groups[$0] == nil }
    if !missing.isEmpty { print("nothing in", missing.map(\.rawValue).joined(separator: ", ")) }
  }
}

var inventory = Inventory("""
  hammer;tools;12.5;10
  saw;tools;20;4
  broken line
  rake;garden;15.75;6
  gnome;space;9;1
  """)
inventory.report()
for change in [
  Change.sale("hammer", 3), .sale("saw", 9), .delivery("rake", 4), .delivery("pan", 2),
  .reprice(.tools, percent: 10), .sale("gnome", 1), .reprice(.garden, percent: -50),
] {
  inventory.apply(change)
}
inventory.report()
print(inventory.problems)
let cheapest = inventory.products.min { $0.price < $1.price }!
print("cheapest:", cheapest.name, cheapest.price, "items:", inventory.products.reduce(0) { $0 + $1.stock })
