"""Makes the fixtures of FewShotDataTests, none of which comes from a real data set.

    python make_fixtures.py            # needs numpy, opencv-python-headless (5.0.0), pillow

reduction.json   what OpenCV's resize makes of two invented pictures, with SEED and FORMULA below
generator.json   numbers of the seeded generator, written again in Python
images_*.zip     one character each with 20 invented 105×105 1-bit drawings; their reductions by
                 OpenCV, as one number each, are in archives.json
drawing.png      one of those drawings
small.png        a picture of the wrong size
*.npy            arrays as NumPy writes them

With a folder of the real archives as its argument it also prints the checksum of all their reduced
pictures, which a test compares where the archives are at hand.
"""
import io, json, sys, zipfile
import cv2, numpy as np
from PIL import Image

def hashed(i):
    """FORMULA: a 32-bit integer hash, the same in the tests."""
    x = np.asarray(i, dtype=np.uint64) * 2654435761 % 2**32
    x = (x ^ (x >> 15)) * 2246822519 % 2**32
    return x ^ (x >> 13)

def checksum(levels):
    levels = levels.reshape(-1).astype(np.uint64)
    places = np.arange(levels.size, dtype=np.uint64) % 65521 + 1
    return int((levels * places).sum())

def reduce(picture):
    return cv2.resize(picture, (28, 28))

place = np.arange(105 * 105)
gray = (hashed(place) % 256).astype(np.uint8).reshape(105, 105)
ink = ((hashed(place) % 2) * 255).astype(np.uint8).reshape(105, 105)
json.dump({"gray": reduce(gray).reshape(-1).tolist(), "ink": reduce(ink).reshape(-1).tolist()},
          open("reduction.json", "w"))

def splitmix(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        yield z ^ (z >> 31)

def rotated(x, k):
    return (x << k | x >> (64 - k)) % 2**64

def xoshiro(seed, stream, count):
    key = next(splitmix(seed % 2**64))
    filler = splitmix(key ^ (stream * 0xD1B54A32D192ED03 % 2**64))
    s = [next(filler) for _ in range(4)]
    for _ in range(count):
        yield rotated(s[1] * 5 % 2**64, 7) * 9 % 2**64
        t = s[1] << 17 & (2**64 - 1)
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t
        s[3] = rotated(s[3], 45)

json.dump([{"seed": seed, "stream": stream, "numbers": [str(n) for n in xoshiro(seed, stream, 5)]}
           for seed, stream in [(0, 0), (7, 3), (-1, 0), (7, -3)]], open("generator.json", "w"))

def drawing(character, number):
    row, column = np.mgrid[0:105, 0:105]
    block = (row // 15) * 7 + column // 15 + 49 * number + 1000 * character
    return np.where(hashed(block) % 3 == 0, 0, 255).astype(np.uint8)

def png(picture):
    stream = io.BytesIO()
    Image.fromarray(picture).convert("1").save(stream, "png")
    return stream.getvalue()

sums = {}
for part, character in [("images_background", 1), ("images_evaluation", 2)]:
    folder = f"{part}/Invented/character0{character}"
    with zipfile.ZipFile(f"{part}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in [f"{part}/", f"{part}/Invented/", f"{folder}/"]:
            archive.writestr(zipfile.ZipInfo(entry), "")
        # Backwards: the order of the archive must not matter.
        for number in range(20, 0, -1):
            name = zipfile.ZipInfo(f"{folder}/{character:04}_{number:02}.png")
            name.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(name, png(drawing(character, number)))
    pictures = np.stack([reduce(drawing(character, number)) for number in range(1, 21)])
    sums[f"Invented/character0{character}"] = checksum(pictures)
json.dump(sums, open("archives.json", "w"))
open("drawing.png", "wb").write(png(drawing(1, 1)))
open("small.png", "wb").write(png(drawing(1, 1)[:28, :28]))

np.save("float32.npy", np.arange(6, dtype=np.float32).reshape(2, 3) / 8)
np.save("float64.npy", np.arange(3, dtype=np.float64) / 8)
np.save("bytes.npy", np.arange(4, dtype=np.uint8).reshape(2, 1, 2))
np.save("scalar.npy", np.float32(2.5))
np.save("fortran.npy", np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3)))
np.save("complex.npy", np.zeros(2, dtype=np.complex64))

if len(sys.argv) > 1:
    found = {}
    for part in ["images_background", "images_evaluation"]:
        archive = zipfile.ZipFile(f"{sys.argv[1]}/{part}.zip")
        for entry in archive.namelist():
            if entry.endswith(".png"):
                raw = np.frombuffer(archive.read(entry), np.uint8)
                picture = cv2.imdecode(raw, cv2.IMREAD_COLOR)[:, :, 0]
                character = "/".join(entry.split("/")[1:3])
                found.setdefault(character, []).append((entry, reduce(picture)))
    pictures = np.stack([p for c in sorted(found) for _, p in sorted(found[c], key=lambda f: f[0])])
    print(len(found), pictures.shape, checksum(pictures))
