set terminal svg size 640,400 noenhanced rounded font 'sans-serif,13' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.975
set rmargin at screen 0.978125
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xrange [0.0:1.0]
set yrange [0.95:2.05]
set xtics ('0' 0.0, '1' 1.0)
set ytics ('1.0' 1.0, '1.2' 1.2, '1.4' 1.4, '1.6' 1.6, '1.8' 1.8, '2.0' 2.0)
plot data binary skip=0 record=2 format='%double%double' using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' notitle
# doubles: [0.0, 1.0, 1.0, 2.0]
