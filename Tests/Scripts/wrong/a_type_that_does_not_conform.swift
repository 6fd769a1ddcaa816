protocol Speaker { func speak() }
struct Stone {}
func listen(_ s: Speaker) { s.speak() }
listen(Stone())
//     ^ error: argument type 'Stone' does not conform to expected type 'Speaker'
