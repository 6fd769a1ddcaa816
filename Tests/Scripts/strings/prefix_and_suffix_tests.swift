let file = "report.final.txt"
print(file.hasPrefix("report"), file.hasPrefix("final"))
print(file.hasSuffix(".txt"), file.hasSuffix(".md"))
print(file.prefix(6), file.suffix(4))
print(file.dropFirst(7), file.dropLast(4))
