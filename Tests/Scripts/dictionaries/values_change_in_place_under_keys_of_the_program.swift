enum Color: Hashable { case red, green }
func f(_ x: Int) throws -> Int { if x < 0 { throw E.e }; return x }
enum E: Error { case e }
var m: [Color: [Int]] = [.red: [1]]
m[.red]!.append(m.count)
m[.green, default: []].append(m.count)
print(m[.red]!, m[.green]!)
do { m[.red]!.insert(try f(-1), at: 0) } catch { print("kept", m.count, m[.red]!) }
do { m[.red]![try f(-1)] += 1 } catch { print("kept", m.count, m[.red]!) }
m[.red]!.insert(m[.green]!.count, at: m.count - 2)
m[.red]?.sort(by: >)
print(m[.red]!)
struct Grid {
  var cells: [[Int]];
  subscript(r: Int, c: Int) -> Int {
    get { cells[r][c] }
    set { cells[r][c] = newValue }
  }
}
var g = Grid(cells: [[1, 2], [3, 4]])
var i = 0
func next() -> Int { i += 1; return i - 1 }
g[next(), next()] += 10
g.cells[i - 1][0] -= 1
print(g.cells, i)
final class N { var kids: [String: N] = [:]; var v = 0; var opt: [Int]? }
let root = N()
root.kids["a"] = N(); root.kids["a"]!.v += 3; root.kids["a"]?.kids["b"] = N();
root.kids["a"]?.kids["b"]?.v = 4
root.kids["zz"]?.v = next(); root.opt?.append(next()); root.opt = [1]; root.opt?.append(2);
root.opt![0] += 5
print(root.kids["a"]!.v, root.kids["a"]!.kids["b"]!.v, i, root.opt!)
