let text = "a1"
print(text.contains(#/[0-9]/#))
//                  ^ error: regular expression literals are not part of the cell language
