/// What one instruction does. `a`, `b` and `c` are its operands: registers unless said otherwise; `R` is
/// a register, `imm` a number between −32,768 and 32,767 in `c` or `b`, `→ c` a jump over so many
/// instructions from the next one on, back when it is negative.
enum Opcode: UInt16 {
  // MARK: Moving
  /// `Ra = Rb`
  case move
  /// `Ra = imm c`
  case immediate
  /// `Ra = constants[b]`
  case constant

  // MARK: Integers of 64 bits with a sign; overflow is a fault
  case add, subtract, multiply, divide, remainder
  /// `Ra = Rb op imm c`; the divisor is positive.
  case addImmediate, subtractImmediate, multiplyImmediate
  case divideImmediate, remainderImmediate
  /// `Ra = Rb op Rc` on the bits
  case bitAnd, bitOr, bitXor
  /// `Ra = Rb op Rc` on 64 bits, without regard to overflow
  case wrappingAdd, wrappingSubtract, wrappingMultiply
  /// `Ra = Rb op Rc`, any operation of any width: the next word's `a` is its number in `operations`.
  case integer

  // MARK: Floating-point numbers
  case addDouble, subtractDouble, multiplyDouble, divideDouble
  /// `Ra = op Rb`
  case negateDouble, roundToFloat, squareRoot, doubleFromInteger

  // MARK: Jumps
  /// `→ c`
  case jump
  /// `→ c`, backwards: looks at the interrupt flag and the limits.
  case jumpBack
  /// `→ c` by the truth value in `Ra`
  case jumpIfTrue, jumpIfFalse
  /// `→ c` by the optional in `slots[a]`
  case jumpIfNone, jumpIfSome
  /// `→ b | c << 16`, forwards or backwards: further than `jump` reaches.
  case jumpFar
  /// `→ c` when something is in `slots[a]`
  case jumpIfSet
  /// `→ c` unless case number `b` is in `slots[a]`
  case jumpUnlessCase
  /// `slots[a]` = what is in it as `casts[b]` says; `→ c` when it is not of that type.
  case castOrJump
  /// `→ c` by integers `Ra`, `Rb`
  case jumpIfEqual, jumpIfNotEqual, jumpIfLess, jumpIfLessOrEqual
  /// `→ c` by integer `Ra`, `imm b`
  case jumpIfEqualImmediate, jumpIfNotEqualImmediate, jumpIfLessImmediate
  case jumpIfLessOrEqualImmediate, jumpIfGreaterImmediate, jumpIfGreaterOrEqualImmediate
  /// `→ c` by floating-point numbers `Ra`, `Rb`; `nan` is why there are two of each.
  case jumpIfEqualDouble, jumpUnlessEqualDouble, jumpIfLessDouble, jumpUnlessLessDouble
  case jumpIfLessOrEqualDouble, jumpUnlessLessOrEqualDouble
  /// `→ c` backwards, as `jumpBack` does, by integers `Ra`, `Rb` or `imm b`: the end of a round of
  /// `while`
  case loopIfLess, loopIfLessOrEqual
  case loopIfLessImmediate, loopIfLessOrEqualImmediate
  case loopIfGreaterImmediate, loopIfGreaterOrEqualImmediate
  /// The end of a round of `for`: when `Ra` is not `Rb` yet, `Ra += 1`, `→ c` backwards.
  case countUp
  /// A fault unless `Ra <= Rb`: the bounds of a range.
  case checkRange

  // MARK: Variables of the cells, by number `b`
  case loadGlobalInteger, loadGlobalDouble, loadGlobalBoolean
  /// `globals[b] = Ra`
  case storeGlobalInteger, storeGlobalDouble, storeGlobalBoolean

  // MARK: Boxed values: slots of the frame
  /// `slots[a] = slots[b]`
  case copySlot
  /// `slots[a]` is emptied.
  case clearSlot
  /// `slots[a]` takes the scalar in `Rb` of kind `c`.
  case boxSlot
  /// `slots[a] = data[b]`
  case loadDatum
  /// `slots[a]` = the value whose fields are in the registers from `Rb` on, as `layouts[c]` says
  case pack
  /// The fields of the value at the cursor go to the registers from `Ra` on, as `layouts[b]` says.
  case unpack
  /// `slots[a]` = the value that `constructions[b]` makes
  case construct
  /// `Ra` = whether the texts, characters or places in texts in `slots[b]` and `slots[c]`, or the one in
  /// `slots[b]` and `data[c]`, are equal
  case equal, equalConstant
  /// `Ra` = whether the values in `slots[b]` and `slots[c]` are equal, by the program's `==` too; whether
  /// they are the same; −1, 0 or 1 as the first is less, equal or greater
  case equalValues, identical, order
  /// `slots[a]` = a box with the value that moves out of `slots[b]`; `fillBox` fills the one that is there.
  case newBox, fillBox
  /// `slots[a]` gets an empty box unless it has one.
  case ensureBox
  /// What is in `slots[a]` as an optional of an optional; what such a one wraps
  case wrapSome, unwrapSome
  /// What is in `slots[a]` held weakly; what is held weakly, which must be there when `b` is 0
  case weaken, strengthen
  /// What is in `slots[a]` in the form of `any P`, by its type `types[b]` or the one in `slots[b]`
  case erase, eraseAs
  /// `slots[a]` = the type `types[b]`; the dynamic type of what is in it, whose static type that is
  case metatype, dynamicType
  /// What is in `slots[a]` as `casts[b]` says, or a fault
  case castForced
  /// What is in `slots[a]`, of `types[b]`, as text
  case describe
  /// The elements, or the value, in `slots[a]` converted by the function in `slots[b]`, to `types[c]`
  case convertEach
  /// A new instance of the class in `slots[a]`
  case makeInstance
  /// `slots[a]` = the running function as a value
  case ownClosure
  /// The static property `statics[b]` gets its first value unless it has one.
  case prepareStatic

  // MARK: The cursor: a place inside a boxed value, good until the next instruction that is not of these
  /// At slot or variable of the cells `a`
  case cursorSlot, cursorGlobal
  /// At captured value `a`; `Rb` says where they are.
  case cursorCapture
  /// At element `Rb` of the array in slot `a`
  case cursorSlotElement
  /// The same in an array that nobody else holds from then on; and to stored property `c` of that
  case uniqueSlotElement, uniqueSlotElementField
  /// Into the box that it is at
  case cursorBox
  /// To element `Ra` of the array that it is at; to stored property `a` of the value that it is at
  case cursorElement, cursorField
  /// The same, in a value that nobody else holds from then on
  case uniqueElement, uniqueField
  /// To the value for the key in `slots[a]` in the dictionary that it is at, which nobody else holds
  /// from then on; where there is none yet, the scalar in `Rb` of kind `c` is put there.
  case uniqueEntry
  /// To the value for the key in `slots[a]` in the dictionary that it is at, which nobody else holds from
  /// then on; `→ c` when there is none.
  case entryOrJump
  /// The same; `→ c` when there is one.
  case jumpToEntry
  /// To what the optional there wraps, which nobody else holds from then on when `a` is 1; a fault, or
  /// `→ c`, when that is nothing. `b` is 1 where nobody wrote `!`.
  case cursorPayload, payloadOrJump
  /// `slots[a]` = the value for the key in `slots[b]` in the dictionary there, or `nil`
  case lookUp
  /// `slots[a]` = the value for the key in `slots[b]` of the dictionary in `slots[a]`; `→ c` when there is
  /// none.
  case findOrJump
  /// `slots[c]` = the value for the key in `slots[a]`, moved out of the dictionary in `slots[b]`
  case takeEntry
  /// The value in `slots[c]` moves to the key in `slots[b]` of the dictionary in `slots[a]`.
  case storeEntry
  /// The entry for the key in `slots[b]` of the dictionary in `slots[a]` goes.
  case removeEntry
  /// `Ra` = the scalar there
  case readInteger, readDouble, readBoolean
  /// `Ra` = captured scalar `c`; `Rb` says where they are.
  case readCaptureInteger, readCaptureDouble, readCaptureBoolean
  /// `slots[a]` = the value there
  case readDatum
  /// The value there moves to `slots[a]`.
  case takeDatum
  /// `Ra` = number of elements of the array, or of characters of the text there
  case readCount, readTextCount
  /// `Ra` = number of elements of the array, or of characters of the text in `slots[b]`
  case readSlotCount, readSlotTextCount
  /// `Ra` = number of bytes of the text in `slots[b]`
  case readSlotByteCount
  /// `Ra` = element `Rb` of the array of scalars there
  case readElementInteger, readElementDouble, readElementBoolean
  /// `Ra` = element `Rc`, or stored property `c`, of what is in `slots[b]`
  case readSlotElementInteger, readSlotElementDouble, readSlotElementBoolean
  /// `slots[a]` = element `Rc` of the array in `slots[b]`, moved out when nobody else holds the array
  case takeSlotElement
  /// `Ra` = an element of element `Rc` of what is in `slots[b]`, at `Ra` of the next word
  case readSlotElementsInteger, readSlotElementsDouble, readSlotElementsBoolean
  /// `Ra` = a stored property of element `Rc` of what is in `slots[b]`: number `a` of the next word
  case readSlotElementFieldInteger, readSlotElementFieldDouble, readSlotElementFieldBoolean
  case readSlotFieldInteger, readSlotFieldDouble, readSlotFieldBoolean
  /// The number in `Ra` is added to the one there.
  case addIntegerThere, addDoubleThere
  /// The number in `Ra` of the next word is added to stored property `c` of element `Rb` of the array in
  /// `slots[a]`, which nobody else holds from then on.
  case addSlotElementFieldInteger, addSlotElementFieldDouble
  /// The scalar in `Ra` goes there.
  case writeInteger, writeDouble, writeBoolean
  /// The value moves out of `slots[a]` to there.
  case writeDatum
  /// The scalar in `Ra` becomes element `Rb` of the array there.
  case writeElementInteger, writeElementDouble, writeElementBoolean
  /// The scalar in `Ra` becomes element `Rb` of the array in `slots[c]`.
  case writeSlotElementInteger, writeSlotElementDouble, writeSlotElementBoolean
  /// The scalar in `Ra`, or the value in `slots[a]`, is added to the array there.
  case appendInteger, appendDouble, appendBoolean, appendDatum
  /// The text, or the elements, in `slots[a]` move to the end of the text or array there.
  case concatenate
  /// To the end of the text there: `literals[a]`, `runs[a]` or the text in `slots[a]`, which stays
  case appendLiteral, appendRun, appendText
  /// `slots[a]` = the empty text
  case emptyText
  /// To the end of the text in `slots[a]`, whose tail is in the registers from `Rc` on: the text or
  /// character in `slots[b]`, `literals[b]` or `runs[b]`
  case growText, growLiteral, growRun
  /// The tail in the registers from `Rb` on moves to the end of the text in `slots[a]`.
  case endGrowth
  /// `Ra` = the answer to question `c` about the character in `slots[b]`
  case testCharacter
  /// `→ c` when the character in `slots[a]` is, or is not, the one of byte `b`
  case jumpIfCharacter, jumpUnlessCharacter
  /// `→ c` by the answer to question `b` about the character in `slots[a]`
  case jumpIfTest, jumpUnlessTest
  /// The text in `slots[a]` becomes ready for parts to be taken from it by `splits[b]`.
  case beginParts
  /// `slots[a]` = the next part of the text that `splits[b]` is about; `→ c` when there is none.
  case takePart
  /// The text in `slots[a]` becomes ready for characters to be taken from it.
  case beginCharacters
  /// `slots[a]` = the next character of the text in `slots[b]`; `→ c` when there is none.
  case takeCharacter

  // MARK: Errors
  /// Throws the value in `slots[a]`.
  case throwValue
  /// Throws on the error that a handler found in `slots[a]`.
  case rethrow
  /// `slots[a]` = what `catch` sees of the error in `slots[b]`
  case caughtValue
  /// The fault of a `try!` that met the error in `slots[a]`
  case failAttempt
  /// A fault that says `literals[b]`
  case fault
  /// A fault unless the optional in `slots[a]` has a value; `b` is 1 where nobody wrote `!`.
  case checkSome
  /// `Ra` = the floating-point number in `Rb` without its fraction; a fault when it is too large.
  case integerFromDouble

  // MARK: Calls
  /// Calls `natives[b]` and puts the result into `Ra` or `slots[a]`; one that changes its first argument
  /// finds it at the cursor.
  case callNative
  /// Calls what `calls[b]` says with the registers from `Ra` on as its own; a scalar result is in `Ra`
  /// afterwards. `callClosure`: the function is in `slots[c]`.
  case call, callClosure
  /// Calls the function whose code it is, which uses registers only.
  case callOwn
  /// `calls[b]` finds its function by the dynamic type of its first argument, or by the type in `slots[c]`.
  case callByType, callOfType
  /// Returns the scalar in `Ra`.
  case returnScalar
  /// Returns the record in the `b` registers from `Ra` on.
  case returnRecord
  /// Returns what is in `slots[a]`.
  case returnSlot
  case returnVoid

  // MARK: The top level
  /// Shows the value in `slots[a]` when it asks for that.
  case display
  /// Keeps the value in `slots[a]`, of `types[b]`, as that of the cell.
  case keepResult
  /// `constants[b]` statements of the cell are finished.
  case boundary
  /// Undoes what the statement under way has done; keeps the variables as they are.
  case undoStatement, noteVariables
  /// Runs the `deinit` of what has ended.
  case bury
}
