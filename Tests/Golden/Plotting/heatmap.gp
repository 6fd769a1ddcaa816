set terminal pngcairo size 254,176 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set lmargin at screen 0.232283
set rmargin at screen 0.671129
set tmargin at screen 0.920455
set bmargin at screen 0.287121
unset key
set border 15 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0 textcolor rgb '#444444'
set xlabel 'predicted' textcolor rgb '#222222'
set ylabel 'true' textcolor rgb '#222222' offset -1,0
set xrange [-0.5:1.5]
set yrange [1.5:-0.5]
set xtics ('a' 0.0, 'b' 1.0)
set ytics ('a' 0.0, 'b' 1.0)
set palette defined (0 '#f7fbff', 1 '#deebf7', 2 '#c6dbef', 3 '#9ecae1', 4 '#6baed6', 5 '#4292c6', 6 '#2171b5', 7 '#084594')
set cbrange [0.0:4.0]
set cbtics scale 0.4 ('0' 0.0, '2' 2.0, '4' 4.0)
set colorbox user origin screen 0.726247,screen 0.287121 size screen 0.047244,screen 0.633333 noborder
set label '4' at first 0,first 0 center front textcolor rgb '#ffffff'
set label '0' at first 1,first 0 center front textcolor rgb '#222222'
set label '1' at first 0,first 1 center front textcolor rgb '#222222'
set label '3' at first 1,first 1 center front textcolor rgb '#ffffff'
plot data binary skip=0 array=(2,2) format='%double' using 1 with image notitle
# doubles: [4.0, 0.0, 1.0, 3.0]
