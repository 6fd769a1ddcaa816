/// A Swift value that cells hold and pass around without looking inside: a tensor, a figure, a network.
///
/// Conform a value type (copies must not alias) and list it in ``HostLibrary/types``.
/// `description` is what `print` shows.
public protocol HostValue: Sendable, CustomStringConvertible {
  /// The name of the type in cells; by default the Swift type's own name.
  static var cellTypeName: String { get }

  /// The text to show when this, or something that holds it, is the value of a cell; by default
  /// `description`.
  var displayText: String { get }

  /// What to show when this is the value of a cell; `nil` (the default) shows `displayText`.
  func displayBundle() throws -> DisplayBundle?

  /// What it is in a few words for a list of variables, such as `3×4` or `iteration 300`; `nil` (the
  /// default) where its type says all.
  var summary: String? { get }

  /// About how many bytes it holds; `nil` (the default) where that is not worth saying.
  var byteCount: Int? { get }

  /// Whether an expression statement with this value shows it wherever it stands (figures do).
  var isDisplayedWhenUnused: Bool { get }

  /// Equality with another host value, for `==` in cells; by default that of `Equatable`.
  func isEqual(to other: any HostValue) -> Bool

  /// Feeds a hasher, for sets and dictionary keys; by default that of `Hashable`, else nothing.
  func hashValue(into hasher: inout Hasher)
}

extension HostValue {
  /// The Swift type's own name.
  public static var cellTypeName: String {
    // `String(describing:)` would first look for conformances of the metatype, which takes a fifth of
    // the time that mamlnb takes to start.
    let name = _typeName(Self.self, qualified: false)
    // Optimised code names private types by their file too.
    return name.hasPrefix("(") ? String(describing: Self.self) : name
  }

  /// What `print` shows.
  public var displayText: String { description }

  /// Nothing but `displayText`.
  public func displayBundle() throws -> DisplayBundle? { nil }

  /// Nothing but the type.
  public var summary: String? { nil }

  /// Nothing worth saying.
  public var byteCount: Int? { nil }

  /// Not shown unless asked for.
  public var isDisplayedWhenUnused: Bool { false }

  /// Equality of `Equatable` types; other types are never equal.
  public func isEqual(to other: any HostValue) -> Bool {
    guard let own = self as? any Equatable else { return false }
    return own.isEqual(toAny: other)
  }

  /// The hash of `Hashable` types.
  public func hashValue(into hasher: inout Hasher) {
    (self as? any Hashable)?.hash(into: &hasher)
  }
}

extension Equatable {
  fileprivate func isEqual(toAny other: Any) -> Bool { (other as? Self) == self }
}
