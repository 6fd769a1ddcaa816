set terminal pngcairo size 676,896 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set lmargin at screen 0.011834
set rmargin at screen 0.988166
set tmargin at screen 0.991071
set bmargin at screen 0.008929
unset border
unset tics
unset key
set xrange [-0.5:5.5]
set yrange [7.5:-0.5]
set label 'a' at first 0.5,first 1.5909090909090908 center front textcolor rgb '#009e73'
set label 'a, not b' at first 3.5,first 1.5909090909090908 center front textcolor rgb '#d55e00'
set label 'a' at first 0.5,first 5.590909090909091 center front textcolor rgb '#009e73'
set label 'b' at first 3.5,first 5.590909090909091 center front textcolor rgb '#009e73'
plot data binary skip=0 array=(6,8) format='%uchar' using 1:2:3 with rgbimage notitle, \
     data binary skip=144 record=3 format='%double%double%double%double%double%double' using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty linewidth 1.0 linecolor rgb '#c4c4c4', \
     data binary skip=288 record=1 format='%double%double%double%double%double%double' using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty linewidth 2.5 linecolor rgb '#d55e00'
# bytes: [0, 0, 0, 128, 128, 128, 255, 255, 255, 0, 0, 0, 128, 128, 128, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 128, 128, 128, 255, 255, 255, 0, 0, 0, 128, 128, 128, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]
# doubles: [-0.5, -0.5, -0.5, 1.5, -0.5, 1.5, -0.5, 3.5, -0.5, 1.5, 3.5, 5.5, 2.5, 3.5, 2.5, 4.5, 3.5, 5.5]
# doubles: [2.5, -0.5, 2.5, 4.5, -0.5, 1.5]
