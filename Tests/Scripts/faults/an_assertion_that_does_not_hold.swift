let total = 3
assert(total < 10, "too many")
print("first check passed")
assert(total > 10, "too few")
// fault: Assertion failed: too few
