/// How a page looks: light or dark as its reader has it, on a desk, on a phone and on paper.
enum PageStyle {
  /// The style sheet.
  static let text = """
    :root {
      --page: #ffffff; --ink: #1f2328; --faint: #59636e; --line: #d1d9e0; --code: #f6f8fa;
      --link: #0550ae; --wrong: #a40e26; --wrong-back: #fff1f0; --accent: #8250df;
      --k: #a626a4; --t: #7a4a00; --f: #0550ae; --n: #0b5cad; --s: #0a6b2e; --c: #59636e;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --page: #14171c; --ink: #e6e9ed; --faint: #9aa4b0; --line: #343b45; --code: #1d2229;
        --link: #6cb0ff; --wrong: #ff9a90; --wrong-back: #33191b; --accent: #b794f4;
        --k: #d8a0ff; --t: #f0c37a; --f: #7cc0ff; --n: #86c8ff; --s: #86d7a0; --c: #9aa4b0;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Noto Sans",
        "DejaVu Sans", sans-serif;
    }
    main { max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.75rem; }
    h1 { font-size: 2rem; margin-top: 0; }
    h2 { font-size: 1.5rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.25rem; }
    h4, h5, h6 { font-size: 1.0625rem; }
    p, ul, ol, blockquote, pre, table, figure, details { margin: 0 0 1rem; }
    a { color: var(--link); }
    code, kbd, pre, samp, .math {
      font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: 0.875em;
    }
    p code, li code, td code, th code, h1 code, h2 code, h3 code {
      background: var(--code); border-radius: 4px; padding: 0.1em 0.3em;
    }
    pre {
      background: var(--code); border-radius: 6px; padding: 0.75rem 1rem; overflow-x: auto;
      line-height: 1.45; tab-size: 4;
    }
    pre code { font-size: inherit; background: none; padding: 0; }
    blockquote { border-left: 4px solid var(--line); color: var(--faint); padding-left: 1rem; margin-left: 0; }
    table { border-collapse: collapse; display: block; max-width: 100%; overflow-x: auto; }
    th, td { border: 1px solid var(--line); padding: 0.35rem 0.75rem; text-align: left; }
    th[align="right"], td[align="right"] { text-align: right; }
    th[align="center"], td[align="center"] { text-align: center; }
    th { background: var(--code); }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
    img { max-width: 100%; height: auto; border-radius: 6px; background: #ffffff; }
    ul ul, ul ol, ol ul, ol ol { margin-bottom: 0; }
    .cell { margin: 1.25rem 0; }
    .cell pre { margin: 0; }
    .source { border: 1px solid var(--line); border-left: 4px solid var(--accent); }
    .outputs { margin: 0.5rem 0 0; }
    .outputs > * { margin: 0 0 0.5rem; }
    .outputs pre { background: none; padding: 0.25rem 1rem; border-left: 4px solid var(--line); border-radius: 0; }
    .outputs pre.stderr { color: var(--faint); }
    .outputs pre.error { color: var(--wrong); background: var(--wrong-back); border-left-color: var(--wrong); padding: 0.75rem 1rem; }
    .note { color: var(--faint); font-size: 0.875rem; margin: 0.25rem 0 0; }
    .k { color: var(--k); } .t { color: var(--t); } .f { color: var(--f); }
    .n { color: var(--n); } .s { color: var(--s); } .c { color: var(--c); font-style: italic; }
    @media (max-width: 36rem) {
      body { font-size: 1rem; }
      main { padding: 1rem 1rem 3rem; }
      h1 { font-size: 1.625rem; }
      h2 { font-size: 1.3125rem; }
      pre { padding: 0.625rem 0.75rem; }
    }
    @page { margin: 18mm 16mm; }
    @media print {
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      figure, .source, tr { break-inside: avoid; }
      h1, h2, h3, h4 { break-after: avoid; }
      a { color: inherit; }
    }
    """
}
