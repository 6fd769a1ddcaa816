let items = ["tea": 2.5, "cake": 4.0]
let report = """
  Tea:   \(items["tea"] ?? 0)
  Cake:  \(items["cake"]!)
  Total: \(items.values.reduce(0, +))
  """
print(report)
