set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set label "It\047s a title" at screen 0.5,screen 0.955 center front font 'sans:Bold,12' textcolor rgb '#222222'
set tmargin at screen 0.8475
set rmargin at screen 0.978125
set key at screen 0.5,screen 0.915 center top horizontal maxcols 1 Left reverse noenhanced samplen 2 textcolor rgb '#222222'
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xlabel 'step' textcolor rgb '#222222'
set ylabel 'y' textcolor rgb '#222222'
set xrange [0.0:2.0]
set yrange [0.225:0.775]
set xtics ('0' 0.0, '1' 1.0, '2' 2.0)
set ytics ('0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6, '0.7' 0.7)
plot data binary skip=0 record=3 format='%double%double' using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' title 'accuracy'
# doubles: [0.0, 0.25, 1.0, 0.5, 2.0, 0.75]
