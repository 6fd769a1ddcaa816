set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.975
set rmargin at screen 0.978125
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xrange [-0.06:2.06]
set yrange [-0.4:8.4]
set xtics ('0' 0.0, '1' 1.0, '2' 2.0)
set ytics ('0' 0.0, '2' 2.0, '4' 4.0, '6' 6.0, '8' 8.0)
plot data binary skip=0 record=3 format='%double%double' using 1:2 with points pointtype 13 pointsize 1.08 linecolor rgb '#0072b2' notitle
# doubles: [0.0, 4.0, 1.0, 0.0, 2.0, 8.0]
