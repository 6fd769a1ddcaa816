set terminal pngcairo size 676,896 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set lmargin at screen 0.007396
set rmargin at screen 0.992604
set tmargin at screen 0.99442
set bmargin at screen 0.00558
unset border
unset tics
unset key
set xrange [-0.5272727272727272:5.527272727272727]
set yrange [7.527272727272727:-0.5272727272727272]
set label 'a' at first 0.5,first 1.5909090909090908 center front textcolor rgb '#009e73'
set label 'a, not b' at first 3.5,first 1.5909090909090908 center front textcolor rgb '#d55e00'
set label 'a' at first 0.5,first 5.590909090909091 center front textcolor rgb '#009e73'
set label 'b' at first 3.5,first 5.590909090909091 center front textcolor rgb '#009e73'
plot data binary skip=0 array=(6,8) format='%uchar' using 1:2:3 with rgbimage notitle, \
     data binary skip=144 record=3 format='%double%double%double%double%double%double' using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty linewidth 1.0 linecolor rgb '#c4c4c4', \
     data binary skip=288 record=1 format='%double%double%double%double%double%double' using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty linewidth 2.5 linecolor rgb '#d55e00'
# bytes: [0, 0, 0, 128, 128, 128, 255, 255, 255, 0, 0, 0, 128, 128, 128, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 128, 128, 128, 255, 255, 255, 0, 0, 0, 128, 128, 128, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 191, 191, 191, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]
# doubles: [-0.5045454545454545, -0.5045454545454545, -0.5045454545454545, 1.5045454545454546, -0.5045454545454545, 1.5045454545454546, -0.5045454545454545, 3.4954545454545456, -0.5045454545454545, 1.5045454545454546, 3.4954545454545456, 5.504545454545455, 2.4954545454545456, 3.4954545454545456, 2.4954545454545456, 4.504545454545455, 3.4954545454545456, 5.504545454545455]
# doubles: [2.4886363636363638, -0.5113636363636364, 2.4886363636363638, 4.511363636363636, -0.5113636363636364, 1.5113636363636365]
