extension HTMLWriter {
  /// How the page looks on a screen, light or dark, wide or narrow, and on
  /// paper.
  static let style = """
    :root { --ink: #1d1d1f; --paper: #fff; --faint: #6b6b70; --rule: #d0d0d4;
      --wash: #f5f5f7; --first: #0b57b0; --second: #b3480d; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea;
      --paper: #16171a; --faint: #9c9ca3; --rule: #3b3c42; --wash: #202126;
      --first: #86b8f5; --second: #f2a272; } }
    html { font-size: 106%; -webkit-text-size-adjust: 100%; }
    body { margin: 0; color: var(--ink); background: var(--paper);
      font-family: Charter, "Bitstream Charter", "Iowan Old Style", Georgia,
        "DejaVu Serif", serif; line-height: 1.5; }
    main { max-width: 43rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.4rem 0 0.6rem; }
    header { border-bottom: 1px solid var(--rule); padding-bottom: 0.5rem;
      margin-bottom: 1.2rem; }
    p { margin: 0.7rem 0; }
    a { color: var(--first); text-decoration: none; }
    a:hover, a:focus { text-decoration: underline; }
    .remark { color: var(--faint); font-size: 0.92rem; }
    math { font-size: 1.04em; }
    math .long { font-style: italic; padding-inline-end: 0.12em; }
    math .small { font-size: 0.8em; }
    math .blank { border-bottom: 1px solid currentColor; }
    mtd { padding: 0.14em 0.45em; }
    code, kbd, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas,
      "DejaVu Sans Mono", monospace; font-size: 0.86em; }
    code, kbd { background: var(--wash); padding: 0.08em 0.25em;
      border-radius: 3px; overflow-wrap: anywhere; }
    pre { background: var(--wash); padding: 0.7rem 0.9rem; overflow-x: auto;
      line-height: 1.35; font-size: 0.78rem; border-radius: 4px; }
    pre kbd { background: none; padding: 0; font-size: inherit; }
    .lines { display: grid; margin: 0.9rem 0; padding-left: 1.2rem;
      grid-template-columns: auto minmax(0, max-content)
        minmax(max-content, 1fr) 1.6rem;
      column-gap: 0.35rem; row-gap: 0.35rem; align-items: baseline;
      overflow: auto hidden; padding-block: 0.2rem; }
    .lines.long { grid-template-columns: minmax(0, auto)
      minmax(0, max-content) minmax(max-content, 1fr) 1.6rem; }
    .lines .left { text-align: right; }
    .lines .reason { padding-left: 1.6rem; font-size: 0.9rem;
      color: var(--faint); }
    .lines .label { text-align: right; font-size: 0.8rem;
      color: var(--faint); }
    .flow { display: flex; flex-wrap: wrap; gap: 0.9rem 2rem;
      align-items: center; padding: 0.2rem 0 0.2rem 1.2rem;
      margin: 0.9rem 0; overflow: auto hidden; }
    .wide { overflow: auto hidden; padding-left: 1.2rem; }
    table { border-collapse: collapse; margin: 0.9rem 0; }
    th { text-align: left; font-weight: normal; color: var(--faint); }
    th, td { padding: 0.15rem 0.9rem 0.15rem 0; }
    thead tr { border-bottom: 1px solid var(--rule); }
    th.number, td.number { text-align: right;
      font-variant-numeric: tabular-nums; }
    figure { margin: 1rem 0 1rem 1.2rem; }
    figure svg { display: block; width: 100%; max-width: 32rem;
      height: auto; }
    figcaption { font-size: 0.92rem; color: var(--faint); }
    figcaption p { margin: 0.2rem 0; }
    .first { color: var(--first); } .second { color: var(--second); }
    .question, .entry { margin: 1rem 0; padding: 0.1rem 0 0.1rem 2.2rem;
      position: relative; }
    .question { border-left: 3px solid var(--rule); margin-left: -0.6rem;
      padding-left: 2.5rem; }
    .question p, .entry p { margin: 0.4rem 0; }
    strong.number { position: absolute; left: 0; width: 1.8rem;
      text-align: right; }
    ol { margin: 0.4rem 0; padding-left: 1.5rem; }
    ol.open { list-style-position: inside; padding-left: 0; }
    ol.open li::before { content: "\\2610\\00a0"; }
    .slip { font-size: 0.9rem; color: var(--faint); margin-left: 1.2rem; }
    .line { display: block; border-bottom: 1px solid var(--faint);
      height: 2.1em; flex: 1; }
    .lead { display: flex; align-items: flex-end; gap: 0.5rem; }
    .writer { display: flex; gap: 0.5rem; align-items: flex-end;
      max-width: 20rem; margin-left: auto; }
    .writer .line { height: 1.2em; }
    @media (max-width: 38rem) {
      .lines { grid-template-columns: auto minmax(0, 1fr) 1.4rem;
        padding-left: 0; }
      .lines.long { grid-template-columns: minmax(0, 1fr) 1.4rem; }
      .lines .reason { grid-column: 2; grid-row: auto; padding-left: 1.2rem; }
      .lines .reason:empty { display: none; }
      .lines.long .left, .lines.long .right, .lines.long .reason {
        grid-column: 1; text-align: left; }
      .lines.long .right { padding-left: 1.2rem; }
      .lines .right { grid-column: 2; }
      .lines .label { grid-column: -2; }
      .flow, .wide, figure { padding-left: 0; margin-left: 0; }
      .question { margin-left: 0; }
    }
    @media print {
      :root { --ink: #000; --paper: #fff; --faint: #444; --rule: #bbb;
        --wash: #fff; --first: #000; --second: #000; }
      html { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      h2 { break-after: avoid; }
      .lines, .flow, figure, .question, .entry, pre, tr {
        break-inside: avoid; }
      .lines, .flow, .wide, pre { overflow: visible; }
      .back { break-before: page; }
      pre { white-space: pre-wrap; border: 1px solid var(--rule); }
      a { color: inherit; }
    }
    """
}
