let label: String
let hour = 15
if hour < 12 {
  label = "morning"
} else {
  label = "afternoon"
}
print(label)
