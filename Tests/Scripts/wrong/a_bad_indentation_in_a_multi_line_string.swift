let s = """
    deep
  shallow
//^ error: insufficient indentation of line in multi-line string literal
    """
print(s)
