let things: [Any] = [1, "two"]
for thing in things {
  print((thing as! Int) + 1)
// fault: Could not cast value of type 'Swift.String' to 'Swift.Int'.
}
