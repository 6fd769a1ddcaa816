let json = """
  { "name": "Ada", "tags": ["a", "b"] }
  """
print(json)
print("""
  three quotes: \"""
  """)
