set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set label 'Nothing' at screen 0.5,screen 0.955 center front font 'sans:Bold,12' textcolor rgb '#222222'
set tmargin at screen 0.9
set rmargin at screen 0.978125
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xrange [0.0:1.0]
set yrange [0.0:1.0]
set xtics ('0' 0.0, '1' 1.0)
set ytics ('0.0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1.0' 1.0)
set label 'no data' at graph 0.5,graph 0.5 center textcolor rgb '#888888'
plot NaN notitle
