struct Missing: Error { let key: String }
func lookup(_ key: String) throws -> Int {
  guard let v = ["a": 1][key] else { throw Missing(key: key) }
  return v
}
let good = Result { try lookup("a") }
let bad = Result { try lookup("z") }
print(good, (try? bad.get()) as Any)
if case .failure(let error) = bad { print(error) }
do { _ = try bad.get() } catch { print("rethrown", (error as! Missing).key) }
print((try? good.flatMap { n in Result<Int, Error>.success(n + 1) }.get())!)
