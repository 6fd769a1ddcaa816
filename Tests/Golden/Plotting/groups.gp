set terminal pngcairo size 640,400 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set tmargin at screen 0.9225
set rmargin at screen 0.978125
set key at screen 0.5,screen 0.99 center top horizontal maxcols 2 Left reverse noenhanced samplen 2 textcolor rgb '#222222'
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xrange [-0.6:1.6]
set yrange [0.0:4.2]
set grid noxtics ytics
set xtics scale 0 ('a' 0.0, 'b' 1.0)
set ytics ('0' 0.0, '1' 1.0, '2' 2.0, '3' 3.0, '4' 4.0)
plot data binary skip=0 record=2 format='%double%double%double' using 1:2:3 with boxes linecolor rgb '#0072b2' fillstyle solid 0.85 noborder title 'first', \
     data binary skip=48 record=2 format='%double%double%double' using 1:2:3 with boxes linecolor rgb '#d55e00' fillstyle solid 0.85 noborder title 'second'
# doubles: [-0.19, 1.0, 0.35719999999999996, 0.81, 2.0, 0.35719999999999996]
# doubles: [0.19, 2.0, 0.35719999999999996, 1.19, 4.0, 0.35719999999999996]
