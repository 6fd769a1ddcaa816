set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.975
set rmargin at screen 0.97
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set logscale x
set logscale y
set xrange [1.0:100.0]
set yrange [0.1:1.0]
set xtics ('1' 1.0, '10' 10.0, '10²' 100.0)
set ytics ('10⁻¹' 0.1, '1' 1.0)
plot data binary skip=0 record=3 format='%double%double' using 1:2 with linespoints linewidth 2 pointtype 6 pointsize 0.9 linecolor rgb '#0072b2' notitle
# doubles: [1.0, 0.5, 10.0, 0.25, 100.0, 0.125]
