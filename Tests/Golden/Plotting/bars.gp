set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.975
set rmargin at screen 0.978125
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set ylabel 'height' textcolor rgb '#222222'
set xrange [-0.6:1.6]
set yrange [-0.71875:1.34375]
set grid noxtics ytics
set xtics scale 0 ('one' 0.0, 'two' 1.0)
set ytics ('−0.5' -0.5, '0.0' 0.0, '0.5' 0.5, '1.0' 1.0)
set xzeroaxis linetype 1 linewidth 1 linecolor rgb '#888888'
plot data binary skip=48 record=2 format='%double%double%double' using 1:2:3 with boxes linecolor rgb '#0072b2' fillstyle solid 0.85 noborder notitle, \
     data binary skip=0 record=2 format='%double%double%double' using 1:2:(0):3 with vectors heads size screen 0.006,90 nofilled linewidth 1.4 linecolor rgb '#444444' notitle
# doubles: [0.0, 0.75, 0.5, 1.0, -0.625, 0.25]
# doubles: [0.0, 1.0, 0.76, 1.0, -0.5, 0.76]
