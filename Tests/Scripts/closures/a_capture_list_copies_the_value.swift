var n = 1
let byReference = { n }
let byValue = { [n] in n }
let renamed = { [copy = n * 100] in copy }
n = 2
print(byReference(), byValue(), renamed())
