public import Autodiff
public import FewShotData
internal import Tensors

extension Table {
  /// Returns the numbers of a column, one for each row.
  ///
  /// - Parameter missing: What stands for a text that is empty; without it, that is an error.
  public func numbers(_ name: String, missing: Float? = nil) throws -> Tensor {
    Tensor(try values([name], missing: missing))
  }

  /// Returns the numbers of some columns, or of all: `[rows, columns]`.
  public func numbers(_ names: [String]? = nil, missing: Float? = nil) throws -> Tensor {
    let names = names ?? columnNames
    return Tensor(
      shape: try Shape(validating: [rowCount, names.count]),
      scalars: try values(names, missing: missing))
  }

  /// Creates a table of numbers: `[rows, columns]`.
  public init(columnNames: [String], _ numbers: Tensor) throws {
    let sizes = numbers.shape.dimensions
    guard sizes.count == 2 else {
      throw ShapeError.wrongRank(
        operation: "a table", expected: "[rows, columns]", found: numbers.shape)
    }
    let scalars = try numbers.wholeScalars
    try self.init(
      columnNames: columnNames,
      rows: (0..<sizes[0]).map { row in
        scalars[row * sizes[1]..<(row + 1) * sizes[1]].map { "\($0)" }
      })
  }
}
