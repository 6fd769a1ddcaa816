struct Size { var width = 1, height = 2 }
struct Frame { var size = Size(); var title = "t" }
var f = Frame()
let widthPath = \Frame.size.width
print(f[keyPath: widthPath])
f[keyPath: widthPath] = 50
f[keyPath: \.title] += "!"
print(f.size.width, f.title)
let inner = \Size.height
print(f[keyPath: (\Frame.size).appending(path: inner)])
