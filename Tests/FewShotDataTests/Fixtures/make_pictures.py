"""Makes the pictures of PictureTests, and what other programs read from them.

    python make_pictures.py            # needs numpy, opencv-python-headless (5.0.0), pillow (13.0)

pictures/*       small invented pictures of every kind of PNG and JPEG, and broken ones
pictures.json    of each whole one its size, channels and levels, as Pillow reads them: transparent parts
                 on white, 16 bits rounded to 8, turned as Exif says
resize.json      what OpenCV's resize makes of invented pictures, smaller and larger, gray and colour,
                 and what its cvtColor makes gray
"""
import io, json, os, struct, zlib
import cv2, numpy as np
from PIL import Image, ImageOps

def hashed(i):
    """A 32-bit integer hash, the same in the tests."""
    x = np.asarray(i, dtype=np.uint64) * 2654435761 % 2**32
    x = (x ^ (x >> 15)) * 2246822519 % 2**32
    return x ^ (x >> 13)

def noise(height, width, channels):
    return (hashed(np.arange(height * width * channels)) % 256).astype(np.uint8).reshape(
        height, width, channels)

cases = []
for source, target in [((105, 105), (28, 28)), ((40, 30), (17, 23)), ((7, 9), (20, 31)),
                       ((1, 1), (3, 2)), ((5, 100), (24, 24)), ((20, 20), (20, 20)), ((3, 2), (1, 1))]:
    for channels in [1, 3]:
        picture = noise(*source, channels)
        resized = cv2.resize(picture, (target[1], target[0]))
        cases.append({"source": source, "target": target, "channels": channels,
                      "levels": resized.reshape(-1).tolist()})
colour = noise(16, 16, 3)
gray = cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY)
json.dump({"resized": cases, "gray": gray.reshape(-1).tolist()}, open("resize.json", "w"))

os.makedirs("pictures", exist_ok=True)
os.chdir("pictures")
rows, columns = np.mgrid[0:9, 0:12]
smooth = np.stack([rows * 25, columns * 20, (rows + columns) * 10], axis=-1).astype(np.uint8)
rgb = Image.fromarray(smooth)
luma = rgb.convert("L")
alpha = Image.fromarray((columns * 22).astype(np.uint8))

luma.save("gray.png")
luma.convert("1").save("bits.png")
rgb.save("rgb.png")
rgb.quantize(16).save("palette.png")
Image.merge("RGBA", [*rgb.split(), alpha]).save("rgba.png")
Image.merge("LA", [luma, alpha]).save("gray-alpha.png")
clear = rgb.quantize(8)
clear.info["transparency"] = 3
clear.save("palette-clear.png", transparency=3)
deep = (hashed(np.arange(108)) % 65536).astype(np.uint16).reshape(9, 12)
Image.fromarray(deep).save("gray16.png")

def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

def png(width, height, depth, color, rows, interlace=0):
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))

deep3 = (hashed(np.arange(324)) % 65536).astype(">u2").reshape(9, 12, 3)
open("rgb16.png", "wb").write(
    png(12, 9, 16, 2, b"".join(b"\0" + row.tobytes() for row in deep3)))
# Adam7: pass after pass, each of the pixels that are its own.
passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
data = b""
for y, x, dy, dx in passes:
    part = smooth[y::dy, x::dx]
    if part.size:
        data += b"".join(b"\0" + row.tobytes() for row in part)
open("interlaced.png", "wb").write(png(12, 9, 8, 2, data, 1))

rgb.save("rgb.jpg", quality=95, subsampling=0)
rgb.save("halved.jpg", quality=90)
luma.save("gray.jpg", quality=95)
rgb.save("progressive.jpeg", quality=95, subsampling=0, progressive=True)
rgb.convert("CMYK").save("inks.jpg", quality=100, subsampling=0)
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    rgb.save(f"turned{orientation}.jpg", quality=95, subsampling=0, exif=exif)
# A PNG by another name.
rgb.save("misnamed.jpg", format="png")

def seen(name):
    picture = Image.open(name)
    if name == "rgb16.png":
        levels = ((deep3.astype(np.int64) * 255 + 32767) // 65535).astype(np.uint8)
    elif name == "gray16.png":
        levels = ((deep.astype(np.int64) * 255 + 32767) // 65535).astype(np.uint8)
    else:
        picture = ImageOps.exif_transpose(picture)
        if picture.mode in ("RGBA", "LA") or "transparency" in picture.info:
            kind = "L" if picture.mode == "LA" else "RGB"
            picture = picture.convert("RGBA" if kind == "RGB" else "LA")
            values = np.asarray(picture).astype(np.int64)
            covered = values[..., -1:]
            levels = ((values[..., :-1] * covered + 255 * (255 - covered) + 127) // 255).astype(np.uint8)
        else:
            levels = np.asarray(picture.convert("L" if picture.mode in ("1", "L") else "RGB"))
    height, width = levels.shape[:2]
    channels = 1 if levels.ndim == 2 else levels.shape[2]
    return {"name": name, "width": width, "height": height, "channels": channels,
            "levels": levels.reshape(-1).tolist()}

whole = sorted(os.listdir("."))
json.dump([seen(name) for name in whole if not name.startswith("broken")], open("../pictures.json", "w"))

# Broken ones; their names say how.
rgb_bytes, jpeg_bytes = open("rgb.png", "rb").read(), open("rgb.jpg", "rb").read()
open("broken-huge.png", "wb").write(png(2**31 - 1, 2**31 - 1, 8, 2, b""))
open("broken-large.png", "wb").write(png(30000, 30000, 1, 0, b""))
huge = bytearray(jpeg_bytes)
place = huge.index(b"\xff\xc0")
huge[place + 5:place + 9] = b"\xff\xdc\xff\xdc"
open("broken-huge.jpg", "wb").write(huge)
open("broken-none.png", "wb").write(png(0, 0, 8, 2, b""))
open("broken-checksum.png", "wb").write(rgb_bytes[:60] + bytes([rgb_bytes[60] ^ 1]) + rgb_bytes[61:])
open("broken-empty.jpg", "wb")
open("broken-page.jpg", "wb").write(b"<html>not found</html>")
