var label: String! = "set"
print(label.count)
label = nil
print(label.count)
// fault: Unexpectedly found nil while implicitly unwrapping an Optional value
