let s = """
  hello
print(s)
//      ^ error: expected '"""' to end string literal
