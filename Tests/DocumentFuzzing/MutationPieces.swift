/// Pieces that mean something to Markdown, YAML, options, JSON, encodings or this program.
enum MutationPieces {
  /// What stands within a line.
  static let spans = [
    "```", "~~~", "````", "---\n", "//|", "#| ", ": ", ":", "[", "{", "&a ", "*a", "!!x ", "\"",
    "'", "|", "|\n", ">", "- ", "1. ", "\t", "\0", "\r", "\n", "\n\n", "    ", "é", "e\u{301}",
    "\u{FEFF}", "\u{85}", "\u{2028}", "? ", "%YAML", "<<: ", "`", "``", "`{swift} 1 + 1`",
    "`{swift} ", "`{swift}`", "$", "$$", "\\", "<!--", "-->", "<!-- mamlnb:output cell-1 -->\n",
    "<!-- mamlnb:end -->\n", "![", "](", "![a](b.png)", "[a](#x)", "&amp;", "&#0;", "&#x10FFFF;",
    "<b>", "</b>", "<script>", "<a href=\"x\">", "<![CDATA[", "<?", "**", "_", "~~", "\u{10F024}",
    "\u{10F060}", "\u{10FFFF}", "🧑‍🚀", "swift", "\"\"\"", "\u{202E}", "http://a.b", "www.a", "[x]: y",
  ]

  /// Whole lines.
  static let lines = [
    "", "let a = 1", "print(a)", "//| id: data", "//| id: x", "//|eval:false", "//|eval: false",
    "//| echo: false", "//| error: true", "//| tags: [parameters, slow]", "//| tags: slow",
    "//| timeout: 2.5", "//| timeout: 1e3", "//| tolerance: 0", "//|   - a", "//| ", "//|",
    "//| id: \"a\"", "//| id: 'b' # c", "//| \"id\": q", "//| {id: a}", "//| &x id: a",
    "#| eval: true", "#|eval:true", "#| id: sh", "//| label: a", "//| nonsense: 1", "// a comment",
    "# Title", "Title", "=====", "---", "...", "***", "> quoted", ">", "- item", "  more", "1. one",
    "- - - deep", "\ttab", "    code", "   ```swift", "    ```swift", "\t```swift", "```swift",
    "```", "~~~", "~~~swift", "````", "```sh", "``` swift", "```{swift}", "```{.swift #id}",
    "```swift {#id}", "```Swift", "```swift `x`", "```sw\\ift", "```&#115;wift", "```bash", "%%sh",
    "| a | b |", "|---|:-:|", "| 1 | $x$ |", "<!-- comment", "-->", "<!-- one line -->", "<div>",
    "</div>", "<pre>", "<details>", "$$", "a_1 * b $", "let t = \"\"\"", "\"\"\"", "text  ",
    "text\\",
    "[a]: b 'c'", "![figure](figure.png)", "[x](#data)", "`{swift} a + 1` and", "title: x",
    "seed: 7",
    "seed: -1", "data: glyphs", "<!-- mamlnb:output data -->", "<!-- mamlnb:end -->", "- [ ] task",
  ]

  /// What a line is indented by.
  static let indents = ["", "", "", " ", "   ", "    ", "\t", " \t"]

  /// What stands behind a fence.
  static let infos = [
    "swift", "swift", "swift", " swift", "Swift", "{swift}", "{.swift}", " {swift}  ", "swift {#a}",
    "swift id=a", "sh", "sh", "bash", "python", "", "swift5", "{swift, echo=false}", "sw\\ift",
    "\tswift\t", "{", "{}", "swift }", "sh\u{A0}", "SWIFT", "text",
  ]

  /// What stands before each line of a block.
  static let prefixes = [
    "", "", "", "", "> ", "- ", "  ", "    ", "\t", "> > ", "1. ", "//", "| ", "//| ", "\u{FEFF}",
  ]

  /// What a file begins with.
  static let fronts = [
    "\u{FEFF}", "---\n---\n", "---\ntitle: a\n---\n", "---\ntitle: a\n...\n", "---\n", "--- \n",
    "---\nseed: 7\ndata: x\n---\n\n", "---\r\ntitle: a\r\n---\r\n", "\n", "---\ntitle: [a\n---\n",
    "---\ntitle: \"a: \\u00e9\"\nseed: 18446744073709551615\n---\n", "---\r---\r",
    "\u{FEFF}---\nseed: 1\n---\n",
    "---\n# c\n---\n", "---\n&a title: *a\n---\n", "----\n", "---\n---\n---\n",
  ]

  /// Bytes that are no UTF-8.
  static let noText: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x80],
  ]

  /// What stands within JSON.
  static let inJSON = [
    "\"", "\\", "\\u0000", "\\ud800", "\\udc00", "\\ud83d\\ude00", "{", "}", "[", "]", ",", ":",
    "1e999",
    "-0", "null", "\\n", "```", "\\n```swift\\n", "---\\n", "\\r\\n", "\u{301}", "%%sh",
    "%%bash\\n",
    "attachment:a", "../", "/", "image/png", "text/plain", "//| id: a", "\0", "[[[[[[[[",
  ]

  /// Values of JSON.
  static let values = [
    "null", "true", "0", "-1", "4", "4.5", "1e999", "18446744073709551616", "\"\"", "\"a\"", "[]",
    "{}", "[\"a\\n\", \"b\"]", "[1]", "[null]", "{\"a\": {\"b\": []}}", "\"a\\r\\nb\\n\"",
    "\"---\\n\"",
    "\"```\\n```swift\\n1\"", "\"swift\"", "\"python\"", "\"raw\"", "\"code\"", "\"markdown\"",
    "\"../../x\"", "\"\\u0000\"", "\"image/png\"", "\"iVBORw0KGgo=\"", "\"%%sh\\necho\"",
    "[\"skip-execution\", \"a b\"]", "{\"source_hidden\": true}", "\"<!--\"", "\"$$\"",
  ]

  /// Lists of outputs of all kinds.
  static let outputs = [
    """
    {
     "mamlnb_outputs": 1,
     "cells": [
      {
       "id": "cell-1",
       "outcome": "ok",
       "outputs": [
        {
         "output_type": "stream",
         "name": "stdout",
         "text": [
          "a 0.25\\n",
          "\\u001b[31mred\\u001b[0m\\r```"
         ]
        },
        {
         "output_type": "display_data",
         "data": {
          "image/png": "iVBORw0KGgo=",
          "text/plain": [
           "plots/a.png"
          ]
         },
         "metadata": {}
        }
       ]
      },
      {
       "id": "data",
       "outcome": "error",
       "outputs": [
        {
         "output_type": "error",
         "ename": "error",
         "evalue": "Index out of range",
         "traceback": [
          "1 | a",
          "  | ^"
         ]
        }
       ]
      }
     ]
    }
    """,
    """
    {
     "mamlnb_outputs": 1,
     "cells": [
      {
       "id": "x",
       "outcome": "interrupted",
       "outputs": [
        {
         "output_type": "execute_result",
         "execution_count": null,
         "data": {
          "text/html": "<b>x</b>",
          "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'/>",
          "text/plain": "1.5e3"
         },
         "metadata": {
          "image/png": {
           "file": "x-1.png"
          }
         }
        }
       ]
      },
      {
       "id": "cell-2",
       "outcome": "skipped",
       "outputs": []
      }
     ]
    }
    """,
  ]

  /// Notebooks of Jupyter that others wrote.
  static let jupyter = [
    """
    {
     "cells": [
      {
       "cell_type": "markdown",
       "metadata": {},
       "attachments": {
        "a.png": {
         "image/png": "iVBORw0KGgo="
        }
       },
       "source": [
        "# Title\\n",
        "![a](attachment:a.png)\\n",
        "```swift\\n",
        "let shown = 1"
       ]
      },
      {
       "cell_type": "code",
       "execution_count": 3,
       "id": "abc",
       "metadata": {
        "tags": [
         "parameters"
        ]
       },
       "outputs": [],
       "source": "print(1)\\n"
      },
      {
       "cell_type": "raw",
       "metadata": {
        "raw_mimetype": "text/html"
       },
       "source": "<b>x</b>"
      }
     ],
     "metadata": {
      "kernelspec": {
       "display_name": "Python 3",
       "language": "python",
       "name": "python3"
      },
      "title": "a: b"
     },
     "nbformat": 4,
     "nbformat_minor": 5
    }
    """
  ]
}
