set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.975
set rmargin at screen 0.837292
set key at screen 0.849792,screen 0.98 left top vertical Left reverse noenhanced samplen 2 textcolor rgb '#222222'
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xrange [-0.06:2.06]
set yrange [0.3:4.7]
set xtics ('0' 0.0, '1' 1.0, '2' 2.0)
set ytics ('1' 1.0, '2' 2.0, '3' 3.0, '4' 4.0)
plot data binary skip=0 record=3 format='%double%double%double' using 1:2:3 with filledcurves notitle fillcolor rgb '#0072b2' fillstyle transparent solid 0.18 noborder, \
     data binary skip=72 record=3 format='%double%double' using 1:2 with lines linewidth 2 dashtype (10,7) linecolor rgb '#0072b2' title 'line', \
     data binary skip=200 record=3 format='%double%double' using 1:2 with steps linewidth 2 linecolor rgb '#7f7f7f' title 'steps', \
     data binary skip=120 record=2 format='%double%double%double' using 1:2:(0):3 with vectors heads size screen 0.006,90 nofilled linewidth 1.4 linecolor rgb '#d55e00' notitle, \
     data binary skip=168 record=2 format='%double%double' using 1:2 with points pointtype 9 pointsize 1.08 linecolor rgb '#d55e00' title 'points'
# doubles: [0.0, 0.5, 1.5, 1.0, 3.5, 4.5, 2.0, 1.5, 2.5]
# doubles: [0.0, 1.0, 1.0, 4.0, 2.0, 2.0]
# doubles: [0.0, 1.5, 1.0, 2.0, 2.75, 0.5]
# doubles: [0.0, 2.0, 2.0, 3.0]
# doubles: [0.0, 3.0, 1.0, 3.5, 2.0, nan]
