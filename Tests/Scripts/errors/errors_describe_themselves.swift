enum Network: Error, CustomStringConvertible {
  case status(Int)
  var description: String {
    switch self { case .status(let code): return "HTTP \(code)" }
  }
}
do { throw Network.status(404) } catch { print(error); print("\(error)") }
struct Plain: Error { let code = 3; let why = "x" }
do { throw Plain() } catch { print(error) }
enum Simple: Error { case one, two(Int) }
do { throw Simple.two(2) } catch { print(error) }
