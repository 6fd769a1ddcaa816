def workload():
    source = "The quick brown fox. " * 2_000
    result = ""
    for character in source:
        if character == " ":
            result += "_"
        elif character.isalpha():
            result += character
    return len(result)
