"""Driving programs in a pseudo-terminal, and comparing what their screens show."""
