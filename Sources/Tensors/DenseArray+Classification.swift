internal import CKernels

extension DenseArray {
  /// Returns the softmax of each row of the last axis.
  package func softmax() -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      inRows { rows, start in
        unsafe ck_softmax(
          rows, Int64(shape[-1]), storage.elements + start, result + start)
      }
    }
  }

  /// Returns the logarithm of the softmax of each row of the last axis.
  package func logSoftmax() -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      inRows { rows, start in
        unsafe ck_log_softmax(
          rows, Int64(shape[-1]), storage.elements + start, result + start)
      }
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

  /// Calls `body` with numbers of rows, and where they start, until all are done or the work's
  /// `Allowance` is spent.
  private func inRows(_ body: (Int64, _ start: Int) -> Void) {
    let length = shape[-1]
    inPieces(elementCount / length, of: max(1, pieceSize / 4 / length)) { piece in
      body(Int64(piece.count), piece.lowerBound * length)
    }
  }
}
