internal import Allowances
internal import CKernels

/// A dense, row-major array of `Float`: a shape and its numbers, which never change.
///
/// This is what a tensor holds. It knows nothing of gradients, and its operations trust their
/// caller with the shapes: `Shape`'s rules are where shapes are checked. Images are
/// `[batch, height, width, channels]`, a convolution's weights
/// `[kernelHeight, kernelWidth, inputChannels, outputChannels]`. Copying shares the numbers.
public struct DenseArray: Sendable {
  /// The sizes of the axes.
  public let shape: Shape
  package let storage: Storage

  /// Creates an array around storage of the shape's size.
  package init(shape: Shape, storage: Storage) {
    precondition(storage.count == shape.elementCount, "storage and shape differ in size")
    self.shape = shape
    self.storage = storage
  }

  /// Creates an array whose every element `fill` writes.
  package init(shape: Shape, fill: (UnsafeMutablePointer<Float>) -> Void) {
    self.shape = shape
    unsafe storage = Storage(count: shape.elementCount, fill: fill)
  }

  /// Returns an array whose elements `fill` writes when they are first read.
  static func deferred(
    _ shape: Shape, _ fill: @escaping @Sendable (UnsafeMutablePointer<Float>) -> Void
  ) -> DenseArray {
    unsafe DenseArray(
      shape: shape, storage: .deferred(count: shape.elementCount, fill))
  }

  /// Creates what stands for an array in work that is to end: a shape without numbers.
  package init(missing shape: Shape) {
    self.shape = shape
    storage = Storage(missing: shape.elementCount)
  }
}

// MARK: - Creating

extension DenseArray {
  /// Creates an array of one value.
  public init(repeating value: Float, shape: Shape) {
    unsafe self.init(shape: shape) { result in
      inPieces(shape.elementCount) { piece in
        unsafe (result + piece.lowerBound).initialize(repeating: value, count: piece.count)
      }
    }
  }

  /// Creates a single number, of shape `[]`.
  public init(_ value: Float) {
    self.init(repeating: value, shape: .scalar)
  }

  /// Creates an array of the given shape from numbers in row-major order.
  public init(shape: Shape, scalars: [Float]) {
    guard scalars.count == shape.elementCount || !Allowance.isSpent else {
      self.init(missing: shape)
      return
    }
    precondition(scalars.count == shape.elementCount, "as many numbers as the shape has elements")
    unsafe self.init(shape: shape) { result in
      unsafe scalars.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        unsafe result.initialize(from: base, count: source.count)
      }
    }
  }
}

// MARK: - Reading

extension DenseArray {
  /// The number of elements.
  public var elementCount: Int { storage.count }

  /// Whether there are numbers: not so in work whose `Allowance` is spent.
  var isReadable: Bool { storage.readableCount == elementCount }

  /// Whether all numbers are there.
  package var isWhole: Bool { isReadable }

  /// The numbers, in row-major order.
  ///
  /// In work whose `Allowance` is spent they may be no numbers, or none where there were many.
  public var scalars: [Float] {
    let bytes = elementCount * MemoryLayout<Float>.stride
    guard isReadable else {
      // Whoever counts on as many as there should be, but does not need them, goes on.
      return bytes <= 64 << 20 ? Array(repeating: .nan, count: elementCount) : []
    }
    guard elementCount > 0, Allowance.current?.hasRoom(for: bytes) ?? true else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: storage.elements, count: storage.count))
  }

  /// The number at a row-major position.
  package func scalar(at position: Int) -> Float {
    precondition((0..<storage.count).contains(position), "the position is inside the array")
    guard storage.readableCount > 0 else { return .nan }
    return unsafe storage.elements[position]
  }

  /// Calls `body` with the numbers, in row-major order.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard storage.readableCount > 0 else {
      return try unsafe body(UnsafeBufferPointer<Float>(start: nil, count: 0).span)
    }
    let buffer = unsafe UnsafeBufferPointer(start: storage.elements, count: storage.count)
    return try unsafe body(buffer.span)
  }

  /// The same numbers under another shape of the same size.
  package func reshaped(to shape: Shape) -> DenseArray {
    DenseArray(shape: shape, storage: storage)
  }
}
