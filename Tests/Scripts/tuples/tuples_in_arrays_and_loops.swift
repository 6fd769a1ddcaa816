let menu = [(name: "soup", price: 4.5), (name: "bread", price: 1.25)]
for (name, price) in menu { print(name, price) }
for item in menu where item.price > 2 { print(item.name) }
print(menu.map(\.name), menu.map { $0.price }.reduce(0, +))
print(menu)
