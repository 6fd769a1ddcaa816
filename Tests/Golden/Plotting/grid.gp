set terminal pngcairo size 706,370 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set multiplot
reset
set origin 0,0
set size 0.679887,0.918919
set label 'Both' at screen 0.5,screen 0.951351 center front font 'sans:Bold,12' textcolor rgb '#222222'
set label 'left' at screen 0.339943,screen 0.87027 center front font 'sans:Bold,12' textcolor rgb '#222222'
set tmargin at screen 0.810811
set rmargin at screen 0.660057
unset key
set border 3 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0.5 textcolor rgb '#444444'
set grid back linetype 1 linewidth 1 linecolor rgb '#e6e6e6'
set xrange [0.0:1.0]
set yrange [0.95:2.05]
set xtics ('0' 0.0, '1' 1.0)
set ytics ('1.0' 1.0, '1.5' 1.5, '2.0' 2.0)
plot data binary skip=0 record=2 format='%double%double' using 1:2 with lines linewidth 2 linecolor rgb '#0072b2' notitle
reset
set origin 0.679887,0
set size 0.320113,0.918919
set label 'right' at screen 0.839943,screen 0.87027 center front font 'sans:Bold,12' textcolor rgb '#222222'
set lmargin at screen 0.723796
set rmargin at screen 0.881681
set tmargin at screen 0.8
set bmargin at screen 0.649369
unset key
set border 15 linecolor rgb '#888888' linewidth 1
set tics nomirror out scale 0 textcolor rgb '#444444'
set xrange [-0.5:1.5]
set yrange [0.5:-0.5]
set xtics ('0' 0.0, '1' 1.0)
set ytics ('0' 0.0)
set palette defined (0 '#f7fbff', 1 '#deebf7', 2 '#c6dbef', 3 '#9ecae1', 4 '#6baed6', 5 '#4292c6', 6 '#2171b5', 7 '#084594')
set cbrange [0.0:2.0]
set cbtics scale 0.4 ('0' 0.0, '1' 1.0, '2' 2.0)
set colorbox user origin screen 0.901511,screen 0.649369 size screen 0.016997,screen 0.150631 noborder
set label '1' at first 0,first 0 center front textcolor rgb '#222222'
set label '2' at first 1,first 0 center front textcolor rgb '#ffffff'
plot data binary skip=32 array=(2,2) format='%double' using 1 with image notitle
unset multiplot
# doubles: [0.0, 1.0, 1.0, 2.0]
# doubles: [1.0, 2.0, nan, nan]
