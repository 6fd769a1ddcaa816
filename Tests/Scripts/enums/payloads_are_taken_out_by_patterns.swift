enum Barcode { case upc(Int, Int), qr(String), none }
func show(_ code: Barcode) -> String {
  switch code {
  case .upc(let system, let product): return "\(system)-\(product)"
  case .qr(let text): return text
  case .none: return "nothing"
  }
}
print([Barcode.upc(8, 85909), .qr("hello"), .none].map(show))
