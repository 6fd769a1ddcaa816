let letters: ClosedRange<Character> = "a"..."f"
print(letters.contains("c"), letters.contains("z"))
print(("a"..."m").contains("hello"), ("a"..<"b").contains("apple"))
