let sentence = """
  This is one long \
  line, and
  this is another.
  """
print(sentence)
