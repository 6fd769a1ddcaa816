"""Makes the safetensors files of SafeTensorsTests.swift with the reference implementation.

    python make_checkpoint.py          # made with safetensors 0.8.0 and numpy 2.4.6

reference.safetensors has float32 only and one text, as what is written here has: the tests hold the
writer to its bytes. kinds.safetensors has every kind of numbers that NumPy knows, a scalar, an empty
tensor, and texts that need escapes.
"""
import pathlib

import numpy
import safetensors.numpy

FOLDER = pathlib.Path(__file__).resolve().parent


def counting(*shape, kind=numpy.float32):
    return (numpy.arange(numpy.prod(shape), dtype=numpy.float64) / 4 - 1).reshape(shape).astype(kind)


safetensors.numpy.save_file(
    {
        "fc.weight": counting(2, 3),
        "fc.bias": numpy.array([-0.0, 3.0000001], dtype=numpy.float32),
        "conv1.weight": counting(2, 1, 2, 2),
        "scale": numpy.array(1.5, dtype=numpy.float32),
        "none": numpy.zeros((0, 4), dtype=numpy.float32),
    },
    FOLDER / "reference.safetensors",
    metadata={"what": "a \"text\" with \\, \n, \t, \x01, é and 𝄞"},
)
safetensors.numpy.save_file(
    {
        numpy.dtype(kind).name: numpy.array([0, 1, 1], dtype=kind)
        for kind in (
            numpy.bool_, numpy.uint8, numpy.int8, numpy.int16, numpy.uint16, numpy.float16,
            numpy.int32, numpy.uint32, numpy.float32, numpy.float64, numpy.int64, numpy.uint64)
    },
    FOLDER / "kinds.safetensors",
)
