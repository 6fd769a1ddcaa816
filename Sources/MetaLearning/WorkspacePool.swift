internal import FusedMAML
internal import Synchronization

/// Workspaces that are not in use, by what they were made for.
///
/// A task takes one, or makes one where all are in use, and gives it back: as many are made as
/// tasks run at once. What is computed does not depend on which it was.
final class WorkspacePool<Plan: Hashable & Sendable, Workspace>: Sendable {
  private struct Idle {
    var plan: Plan
    var workspace: Workspace
  }

  private let idle = Mutex<[Idle]>([])
  /// The most that are kept: another plan's make room for new ones.
  private static var limit: Int { 16 }

  /// Returns what a function makes of a workspace that nobody else uses meanwhile.
  ///
  /// - Parameters:
  ///   - plan: What it is made for.
  ///   - make: Makes one; called again, once others have made room, where it throws
  ///     ``WorkspaceTooLarge``.
  ///   - body: The function.
  func withWorkspace<Result>(
    _ plan: Plan, make: () throws -> Workspace, _ body: (Workspace) throws -> Result
  ) throws -> Result {
    let workspace = try take(plan, make)
    defer { giveBack(workspace, plan) }
    return try body(workspace)
  }

  private func take(_ plan: Plan, _ make: () throws -> Workspace) throws -> Workspace {
    let known: Handover? = idle.withLock { idle in
      guard let index = idle.lastIndex(where: { $0.plan == plan }) else { return nil }
      return Handover(workspace: idle.remove(at: index).workspace)
    }
    if let known { return known.workspace }
    do {
      return try make()
    } catch is WorkspaceTooLarge {
      // Those that wait for others of their kind have to make room first.
      idle.withLock { $0.removeAll() }
      return try make()
    }
  }

  private func giveBack(_ workspace: Workspace, _ plan: Plan) {
    let handover = Handover(workspace: workspace)
    idle.withLock { idle in
      idle.append(Idle(plan: plan, workspace: handover.workspace))
      if idle.count > Self.limit { idle.removeFirst() }
    }
  }

  /// A workspace on its way from one thread to another.
  ///
  /// Unchecked: the pool hands each to one task at a time.
  private struct Handover: @unchecked Sendable {
    let workspace: Workspace
  }
}
