internal import CKernels

extension DenseArray {
  /// Returns the softmax of each row of the last axis.
  package func softmax() -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      unsafe ck_softmax(Int64(rows), Int64(shape[-1]), storage.elements, result)
    }
  }

  /// Returns the logarithm of the softmax of each row of the last axis.
  package func logSoftmax() -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      unsafe ck_log_softmax(Int64(rows), Int64(shape[-1]), storage.elements, result)
    }
  }

  /// Returns the mean cross entropy of rows of logits, a single number; 0 for no rows.
  package func crossEntropy(_ labels: ClassLabels) -> DenseArray {
    unsafe DenseArray(shape: .scalar) { result in
      unsafe labels.withClasses { classes in
        unsafe result[0] = ck_cross_entropy(
          Int64(shape[0]), Int64(shape[1]), storage.elements, classes)
      }
    }
  }

  /// Returns the derivative of the mean cross entropy in the logits.
  package func crossEntropyGradient(_ labels: ClassLabels) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      unsafe labels.withClasses { classes in
        unsafe ck_cross_entropy_gradient(
          Int64(shape[0]), Int64(shape[1]), storage.elements, classes, result)
      }
    }
  }

  private var rows: Int { elementCount / shape[-1] }
}
