/// `OptionSet`: sets whose elements are the bits of a number.
enum OptionSetChunk {
  static let all: [LibraryChunk] = [LibraryChunk("option set", text)]

  private static let text = #"""
    protocol OptionSet: RawRepresentable, SetAlgebra, ExpressibleByArrayLiteral {
      associatedtype RawValue: FixedWidthInteger
      var rawValue: RawValue { get }
      init(rawValue: RawValue)
    }
    extension OptionSet {
      init() { self.init(rawValue: 0) }
      init(_ members: [Self]) {
        var bits: RawValue = 0
        for member in members { bits = bits | member.rawValue }
        self.init(rawValue: bits)
      }
      init(arrayLiteral elements: Self...) { self.init(elements) }
      static func == (lhs: Self, rhs: Self) -> Bool { lhs.rawValue == rhs.rawValue }
      var isEmpty: Bool { rawValue == 0 }
      func contains(_ member: Self) -> Bool { rawValue & member.rawValue == member.rawValue }
      func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
      func intersection(_ other: Self) -> Self { Self(rawValue: rawValue & other.rawValue) }
      func symmetricDifference(_ other: Self) -> Self { Self(rawValue: rawValue ^ other.rawValue) }
      func subtracting(_ other: Self) -> Self { Self(rawValue: rawValue & ~other.rawValue) }
      mutating func formUnion(_ other: Self) { self = union(other) }
      mutating func formIntersection(_ other: Self) { self = intersection(other) }
      mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }
      mutating func subtract(_ other: Self) { self = subtracting(other) }
      func isSubset(of other: Self) -> Bool { other.contains(self) }
      func isSuperset(of other: Self) -> Bool { contains(other) }
      func isStrictSubset(of other: Self) -> Bool { other.contains(self) && self != other }
      func isStrictSuperset(of other: Self) -> Bool { contains(other) && self != other }
      func isDisjoint(with other: Self) -> Bool { rawValue & other.rawValue == 0 }
      @discardableResult
      mutating func insert(_ member: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        if contains(member) { return (false, intersection(member)) }
        formUnion(member)
        return (true, member)
      }
      @discardableResult mutating func remove(_ member: Self) -> Self? {
        let common = intersection(member)
        if common.isEmpty { return nil }
        subtract(member)
        return common
      }
      @discardableResult mutating func update(with member: Self) -> Self? {
        let common = intersection(member)
        formUnion(member)
        return common.isEmpty ? nil : common
      }
    }
    """#
}
