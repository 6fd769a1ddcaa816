func move(to place: String) { print(place) }
move(toward: "home")
//  ^ error: incorrect argument label in call (have 'toward:', expected 'to:')
