let n = 3
switch n {
case "three": print("three")
//   ^ error: expression pattern of type 'String' cannot match values of type 'Int'
default: print("other")
}
