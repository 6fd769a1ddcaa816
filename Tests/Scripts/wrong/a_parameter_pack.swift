func show<each T>(_ value: repeat each T) {}
//        ^ error: parameter packs are not part of the cell language
print("shown")
