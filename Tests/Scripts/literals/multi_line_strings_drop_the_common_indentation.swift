func poem() -> String {
  return """
    Roses are red,
      violets are blue,
    indentation
    is removed for you.
    """
}
print(poem())
print("--")
print("""
one
two
""")
