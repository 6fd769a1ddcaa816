let ages = ["Ann": 31]
print(ages["Ann"]!)
print(ages["Bob"]!)
// fault: Unexpectedly found nil while unwrapping an Optional value
