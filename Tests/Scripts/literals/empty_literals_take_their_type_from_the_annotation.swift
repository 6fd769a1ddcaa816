let none: [Int] = []
let table: [String: Int] = [:]
let text = ""
print(none, table, text.isEmpty)
print(none.isEmpty, table.isEmpty)
let made = [Double]()
let dictionary = [String: [Int]]()
print(made, dictionary)
