print(#"C:\new\table"#)
print(#"a "quoted" word"#)
let n = 3
print(#"n is \(n) or \#(n)"#)
print(##"a "# inside"##)
