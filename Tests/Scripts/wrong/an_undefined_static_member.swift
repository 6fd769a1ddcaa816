print(Int.maximum)
//        ^ error: type 'Int' has no member 'maximum'
