internal import CellChecking

/// A function of the standard library that is written in Swift and not in the cell language.
final class NativeFunction: NativeDeclaration, Hashable {
  typealias Body = @Sendable (inout NativeCall) throws -> Datum

  /// What it is registered under: `String.hasPrefix(_:)`.
  let name: String
  let body: Body
  /// What the compiler knows it as, where it knows it.
  let intrinsic: Intrinsic?
  /// Whether it never calls anything of the program: no closure, no `==` or `hash(into:)` of its types.
  let isLeaf: Bool

  init(
    _ name: String, intrinsic: Intrinsic? = nil, isLeaf: Bool = false, _ body: @escaping Body
  ) {
    self.name = name
    self.intrinsic = intrinsic
    self.isLeaf = isLeaf
    self.body = body
  }

  static func == (lhs: NativeFunction, rhs: NativeFunction) -> Bool { lhs === rhs }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
