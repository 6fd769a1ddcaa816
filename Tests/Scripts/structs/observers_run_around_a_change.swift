struct Account {
  var balance = 0 {
    willSet { print("will be", newValue) }
    didSet { print("was", oldValue, "is", balance) }
  }
}
var account = Account()
account.balance = 50
account.balance -= 20
var other = Account(balance: 7)
print(other.balance)
other.balance = 8
