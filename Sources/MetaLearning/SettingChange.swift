/// Something that a training which goes on is made with, and that was another before.
public struct SettingChange: Sendable, Equatable {
  /// The name of what differs, such as `tasksPerBatch`.
  public let name: String
  /// What it was before.
  public let before: String
  /// What it is from now on.
  public let now: String
}

extension SettingChange: CustomStringConvertible {
  /// The change in words.
  public var description: String { "\(name) was \(before) and is \(now)" }
}
