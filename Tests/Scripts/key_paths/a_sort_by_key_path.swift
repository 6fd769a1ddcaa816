extension Sequence {
  func sorted<K: Comparable>(by key: KeyPath<Element, K>, descending: Bool = false) -> [Element] {
    sorted { descending ? $0[keyPath: key] > $1[keyPath: key] : $0[keyPath: key] < $1[keyPath: key] }
  }
  func sum<N: Numeric>(_ key: KeyPath<Element, N>) -> N { reduce(0) { $0 + $1[keyPath: key] } }
}
struct Book { let title: String; let pages: Int }
let books = [Book(title: "B", pages: 300), Book(title: "A", pages: 120), Book(title: "C", pages: 50)]
print(books.sorted(by: \.title).map(\.pages), books.sorted(by: \.pages, descending: true).map(\.title), books.sum(\.pages))
