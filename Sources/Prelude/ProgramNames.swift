public import MetaLearning
public import Plotting

// What cells call types that stand inside others, for notebooks that are exported as programs.

/// The mark on each point of a series.
public typealias Marker = Series.Marker

/// The pattern of a line.
public typealias Dash = Series.Dash

/// How numbers map to lengths along an axis.
public typealias Scale = Axis.Scale

/// Where the legend of a chart stands.
public typealias Legend = Chart.Legend

/// The colours of a heatmap.
public typealias Palette = Heatmap.Palette

/// How far the outer derivative goes through the inner steps.
public typealias Order = MAML.Order
