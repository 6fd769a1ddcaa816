internal import CellChecking

/// What implements the declarations of the libraries: what they were read with, as the checker handed it on.
extension FunctionSymbol {
  var nativeFunction: NativeFunction? { native as? NativeFunction }

  var hostBody: HostFunction.Body? {
    guard let host, let function = host.declaration as? HostFunction else { return nil }
    return host.isSetter ? function.setter : function.body
  }
}

extension Datum {
  init(_ constant: TypedExpression.Constant) {
    switch constant {
    case .integer(let value): self = .int(value)
    case .floating(let value): self = .double(value)
    case .string(let text): self = .string(text)
    case .host(let symbol): self = (symbol.constant as? HostConstant)?.value.datum ?? .void
    }
  }
}
