import Dispatch
Task { print("later") }
// <- error: 'Task' is not part of the cell language
print("now")
