internal import Allowances

/// What a cell may use up before it is stopped with an error.
public struct Limits: Sendable, Hashable {
  /// Nested calls.
  public var callDepth: Int
  /// Bytes by which the process may grow while a cell runs.
  public var memory: Int
  /// Instructions; `nil` for no limit (tests and fuzzing set one).
  public var steps: Int?
  /// Nesting of brackets, blocks and operators in source text.
  public var nesting: Int

  /// Half of the memory of the machine.
  public static let standardMemory = MemoryUse.ofMachine / 2

  /// Limits; the defaults suit a person at a prompt.
  public init(
    callDepth: Int = 20_000, memory: Int = Limits.standardMemory, steps: Int? = nil,
    nesting: Int = 200
  ) {
    self.callDepth = callDepth
    self.memory = memory
    self.steps = steps
    self.nesting = nesting
  }
}
