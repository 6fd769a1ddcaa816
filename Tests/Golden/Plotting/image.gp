set terminal pngcairo size 240,270 noenhanced rounded font 'sans,10' background '#ffffff'
set output picture
set encoding utf8
set label 'One' at screen 0.5,screen 0.933333 center front font 'sans:Bold,12' textcolor rgb '#222222'
set lmargin at screen 0.020833
set rmargin at screen 0.979167
set tmargin at screen 0.87037
set bmargin at screen 0.018519
unset border
unset tics
unset key
set xrange [-0.5267857142857143:1.5267857142857144]
set yrange [1.5267857142857144:-0.5267857142857143]
plot data binary skip=0 array=(2,2) format='%uchar' using 1:2:3 with rgbimage notitle, \
     data binary skip=12 record=1 format='%double%double%double%double%double%double' using 1:2:3:4:5:6 with boxxyerror notitle fillstyle empty linewidth 1.0 linecolor rgb '#c4c4c4'
# bytes: [0, 0, 0, 128, 128, 128, 191, 191, 191, 255, 255, 255]
# doubles: [-0.5044642857142857, -0.5044642857142857, -0.5044642857142857, 1.5044642857142858, -0.5044642857142857, 1.5044642857142858]
