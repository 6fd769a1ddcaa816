/// How good a way to read an expression is: the smaller the better, the first difference decides.
///
/// The kinds and their order are those of swiftc (`ScoreKind` in its `ConstraintSystem.h`).
package struct Score: Comparable {
  /// Values of `T!` that are forced.
  package var forced = 0
  /// Functions declared to stand back behind others: `@_disfavoredOverload`.
  var disfavored = 0
  /// Members found through an optional: `.name` of what an optional wraps.
  var membersThroughOptionals = 0
  /// Literals that are not what literals usually are.
  var unusualLiterals = 0
  var collectionConversions = 0
  /// Values made optional.
  package var optionals = 0
  /// Values that become values of any type with a protocol.
  var erasures = 0
  /// Parameters left to their defaults.
  var defaults = 0
  /// Generic functions where others are not, and members of what is farther away.
  var generality = 0

  private var parts: [Int] {
    [
      forced, disfavored, membersThroughOptionals, unusualLiterals, collectionConversions,
      optionals,
      erasures, defaults, generality,
    ]
  }

  package static func < (lhs: Score, rhs: Score) -> Bool {
    lhs.parts.lexicographicallyPrecedes(rhs.parts)
  }

  static func + (lhs: Score, rhs: Score) -> Score {
    Score(
      forced: lhs.forced + rhs.forced,
      disfavored: lhs.disfavored + rhs.disfavored,
      membersThroughOptionals: lhs.membersThroughOptionals + rhs.membersThroughOptionals,
      unusualLiterals: lhs.unusualLiterals + rhs.unusualLiterals,
      collectionConversions: lhs.collectionConversions + rhs.collectionConversions,
      optionals: lhs.optionals + rhs.optionals, erasures: lhs.erasures + rhs.erasures,
      defaults: lhs.defaults + rhs.defaults, generality: lhs.generality + rhs.generality)
  }
}
