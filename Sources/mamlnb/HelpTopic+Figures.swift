extension HelpTopic {
  /// What can be drawn, and where it goes.
  static let figures = HelpTopic(
    name: "figures", abstract: "what can be drawn, and where it goes",
    text: #"""
      A figure that stands alone in a statement is drawn. As a value it is kept:
      'let figure = plot(…)' draws nothing until a line says 'figure'.

        plot(values)                     a curve over 0, 1, 2, …
        plot(x, y, marker: .circle)      a curve through points
        plot(.line(a, label: "a"), .line(b, label: "b"))
                                         several series, with a legend
        scatter(x, y)                    points
        histogram(values)                how many values fall where
        bar(names, heights)              a bar for each name
        heatmap(rows)                    a table as colours: a confusion matrix
        show(images, columns: 5)         pictures in a grid
        show(images, truth: …, predictions: …)
                                         the same, right and wrong told apart
        grid([figure, figure])           figures side by side
        plot(run.history)                the learning curve of a training
        train(…, live: true)             the same, while it grows

      OPTIONS  of a chart: title, xLabel, yLabel, xLimits, yLimits, xScale, yScale
        (.logarithmic), legend, palette, size: FigureSize(width: 640, height: 400).

      TERMINALS  show figures as pictures where they can (kitty, iTerm2, sixel), else
        in characters. --graphics forces a way: auto, kitty, iterm, sixel, blocks,
        dumb, none.

        mamlnb run NAME.mamlnb --graphics blocks

      FILES  are always written: plots/NAME/TITLE.png, in the folder that mamlnb was
        started in, or in the folder that --plots names; and a copy in NAME.out. A
        second session that runs at the same time draws into 'session-2' in it.

        mamlnb run NAME.mamlnb --plots pictures
        try figure.save("plots/NAME/curve.svg")     PNG, SVG or PDF, by the ending

      GNUPLOT  draws them: the package 'gnuplot-nox'. What no installed font has is a
        box; for Chinese, install 'fonts-wqy-microhei'.
      """#)
}
