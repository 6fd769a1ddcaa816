func repeatAction(_ times: Int, action: (Int) -> Void) {
  for i in 0..<times { action(i) }
}
repeatAction(2) { print("round", $0) }
func fetch(ok: Bool, success: (String) -> Void, failure: (String) -> Void) {
  ok ? success("data") : failure("timeout")
}
fetch(ok: true) { print("got", $0) } failure: { print("failed", $0) }
fetch(ok: false) { print("got", $0) } failure: { print("failed", $0) }
