var greeting = "Hello"
greeting += ", "
greeting = greeting + "world"
greeting.append("!")
greeting.append(contentsOf: " Bye.")
print(greeting)
print("ab" + "cd" == "abcd")
