let unclosed = /(a/
//                ^ error: cannot parse regular expression: expected ')'
let backwards = /[z-a]/
//                 ^ error: cannot parse regular expression: character 'z' must compare less than or equal to 'a'
let lookbehind = #/(?<=a)b/#
//                 ^ error: cannot parse regular expression: lookbehind is not currently supported
