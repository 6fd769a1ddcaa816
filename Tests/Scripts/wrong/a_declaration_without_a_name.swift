let = 5
//  ^ error: expected pattern in variable
