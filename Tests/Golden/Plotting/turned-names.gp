set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.975
set rmargin at screen 0.869074
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xlabel 'names' textcolor rgb '#222222'
set xrange [-0.6:7.6]
set yrange [0.0:7.35]
set grid noxtics ytics
set xtics rotate by -35 scale 0 ('a rather long name 0' 0.0, 'a rather long name 1' 1.0, 'a rather long name 2' 2.0, 'a rather long name 3' 3.0, 'a rather long name 4' 4.0, 'a rather long name 5' 5.0, 'a rather long name 6' 6.0, 'a rather long name 7' 7.0)
set ytics ('0' 0.0, '2' 2.0, '4' 4.0, '6' 6.0)
plot data binary skip=0 record=8 format='%double%double%double' using 1:2:3 with boxes linecolor rgb '#0072b2' fillstyle solid 0.85 noborder notitle
# doubles: [0.0, 0.0, 0.76, 1.0, 1.0, 0.76, 2.0, 2.0, 0.76, 3.0, 3.0, 0.76, 4.0, 4.0, 0.76, 5.0, 5.0, 0.76, 6.0, 6.0, 0.76, 7.0, 7.0, 0.76]
