"""Makes the arrays of NumberArrayTests, and what NumPy and safetensors write.

    python make_arrays.py            # needs numpy (2.4), safetensors (0.8)

arrays/KIND-ORDER.npy   a 2×3×2 array of each kind of numbers: le and be by byte order, f column by column
arrays/version*.npy     format versions 2 and 3
arrays/kinds.safetensors  one tensor of each kind that safetensors' own library writes from NumPy
arrays.json             the numbers of each array, row by row
"""
import json, os
import numpy as np
from numpy.lib import format as npy
from safetensors.numpy import save_file

os.makedirs("arrays", exist_ok=True)
numbers = {}
base = np.arange(12).reshape(2, 3, 2)
for kind in ["?", "u1", "i1", "u2", "i2", "f2", "u4", "i4", "f4", "u8", "i8", "f8"]:
    if kind == "?":
        values = base % 3 == 0
    elif kind[0] == "u":
        values = base * (20 if kind == "u1" else 5000)
    elif kind[0] == "i":
        values = (base - 6) * (20 if kind == "i1" else 5000)
    else:
        values = (base - 6) / 8
    for order, mark in [("le", "<"), ("be", ">"), ("f", "<")]:
        array = values.astype(np.dtype(kind).newbyteorder(mark))
        if order == "f":
            array = np.asfortranarray(array)
        name = f"{'b1' if kind == '?' else kind}-{order}"
        np.save(f"arrays/{name}.npy", array)
        numbers[name] = array.astype(np.float32).reshape(-1).tolist()
for version in [2, 3]:
    with open(f"arrays/version{version}.npy", "wb") as file:
        npy.write_array(file, base.astype(np.float32), version=(version, 0))
    numbers[f"version{version}"] = base.astype(np.float32).reshape(-1).tolist()
special = np.array([np.nan, np.inf, -np.inf, 0.1, 1e300, -0.0])
np.save("arrays/special.npy", special)
json.dump(numbers, open("arrays.json", "w"))
save_file({kind: (np.arange(6).reshape(2, 3) - (0 if kind[0] in "ub" else 3)).astype(kind)
           for kind in ["bool", "uint8", "int8", "uint16", "int16", "float16", "uint32", "int32",
                        "float32", "uint64", "int64", "float64"]}, "arrays/kinds.safetensors")
