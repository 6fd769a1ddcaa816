struct A { let b: (Int, B?) }
//             ^ error: value type 'A' cannot have a stored property that recursively contains it
struct B { let a: A }
//             ^ error: value type 'B' cannot have a stored property that recursively contains it
enum Tree { case leaf, node(Tree, Tree) }
//   ^ error: recursive enum 'Tree' is not marked 'indirect'
enum Wrapped<T> { case some(Box<Wrapped>), value(T) }
//   ^ error: recursive enum 'Wrapped<T>' is not marked 'indirect'
struct Box<T> { var content: T }
struct Growing<T> { var value: T; var next: Growing<[T]>? }
//     ^ error: value type 'Growing<T>' has infinite size
struct Outer { struct Inner { var outer: Outer? }; var inner: [Inner] }
func local() {
  struct Node { var next: Other }
//                  ^ error: value type 'Node' cannot have a stored property that recursively contains it
  enum Other { case node(Node), end }
//     ^ error: recursive enum 'Other' is not marked 'indirect'
}
