let line = "alpha,beta,,gamma"
print(line.split(separator: ","))
print(line.split(separator: ",", omittingEmptySubsequences: false))
print(line.split(separator: ",", maxSplits: 1))
print("  many   spaces here ".split(separator: " ").count)
print("a1b2c3".split(whereSeparator: { $0.isNumber }))
