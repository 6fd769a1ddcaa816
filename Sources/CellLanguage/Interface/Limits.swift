/// What a cell may use up before it is stopped with an error.
public struct Limits: Sendable, Hashable {
  /// Nested calls.
  public var callDepth: Int
  /// Bytes that the values of a cell may take, as far as the language can count them.
  public var memory: Int
  /// Instructions; `nil` for no limit (tests and fuzzing set one).
  public var steps: Int?
  /// Nesting of brackets, blocks and operators in source text.
  public var nesting: Int

  /// Limits; the defaults suit a person at a prompt.
  public init(
    callDepth: Int = 20_000, memory: Int = 4 << 30, steps: Int? = nil, nesting: Int = 200
  ) {
    self.callDepth = callDepth
    self.memory = memory
    self.steps = steps
    self.nesting = nesting
  }
}
