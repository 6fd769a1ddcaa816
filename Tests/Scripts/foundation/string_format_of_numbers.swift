import Foundation
print(String(format: "%.2f", 3.14159))
print(String(format: "%5d|%-5d|%05d", 42, 42, 42))
print(String(format: "%x %X %o", 255, 255, 8))
print(String(format: "%8.3f|%+.1f|%e", 2.5, 2.5, 12345.678))
print(String(format: "%d%% of %d", 50, 10))
