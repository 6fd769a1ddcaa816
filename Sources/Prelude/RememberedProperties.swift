internal import CellLanguage
internal import Images
internal import MetaLearning

/// Something of a host value that has arrays of its own, and that is made once for each owner, so that
/// what is remembered of it lasts: `task.supportImages.pixels[i]` in a loop.
///
/// Only for values that nothing but their owner decides: a tensor may belong to a gradient that is being
/// taken.
protocol RememberedPart: HostValue, CellConvertible {}

extension ImageBatch: RememberedPart {}
extension TrainingHistory: RememberedPart {}
extension Evaluation: RememberedPart {}

/// A read-only property that is an array: as many elements as there are pixels may have to be converted,
/// which is done once for each owner.
func property<Owner: CellConvertible, Element: CellConvertible>(
  _ declaration: String, _ documentation: String, of owner: Owner.Type = Owner.self,
  _ read: @escaping @Sendable (Owner) throws -> [Element]
) -> HostFunction {
  HostFunction(remembering: declaration, documentation, read)
}

/// A read-only property that has arrays of its own; it is made once for each owner.
func property<Owner: CellConvertible, Part: RememberedPart>(
  _ declaration: String, _ documentation: String, of owner: Owner.Type = Owner.self,
  _ read: @escaping @Sendable (Owner) throws -> Part
) -> HostFunction {
  HostFunction(remembering: declaration, documentation, read)
}
