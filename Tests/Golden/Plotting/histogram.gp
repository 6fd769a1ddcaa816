set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set label 'Counts' at screen 0.5,screen 0.955 center front font 'sans:Bold,12' textcolor rgb '#222222'
set tmargin at screen 0.9
set rmargin at screen 0.978125
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xlabel 'value' textcolor rgb '#222222'
set ylabel 'count' textcolor rgb '#222222'
set xrange [0.0:4.0]
set yrange [0.0:2.1]
set xtics ('0' 0.0, '1' 1.0, '2' 2.0, '3' 3.0, '4' 4.0)
set ytics ('0' 0.0, '1' 1.0, '2' 2.0)
plot data binary skip=0 record=4 format='%double%double%double' using 1:2:3 with boxes linecolor rgb '#0072b2' fillstyle solid 0.85 noborder notitle
# doubles: [0.5, 2.0, 1.0, 1.5, 1.0, 1.0, 2.5, 0.0, 1.0, 3.5, 2.0, 1.0]
