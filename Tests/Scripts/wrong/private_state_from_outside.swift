struct Account {
  private var balance = 5
  init() {}
}
print(Account().balance)
//              ^ error: 'balance' is inaccessible due to 'private' protection level
