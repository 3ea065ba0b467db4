# SPDX-License-Identifier: GPL-3.0-or-later
# Reference values of exact integer arithmetic from Python's own integers: python3 exact.py > exact.csv
#
# Python's int / int and float(int) are correctly rounded (to nearest, ties to even).
import platform
import random

LIMIT = 2**255 - 1


def number():
    bits = random.choice([1, 8, 31, 53, 54, 64, 65, 100, 127, 128, 129, 192, 200, 254, 255])
    value = random.getrandbits(bits)
    if random.random() < .3:  # few significant bits: ties when rounding
        value &= (2**56 - 1) << max(0, bits - 55)
    return -value if random.random() < .5 else value


def fits(value):
    return str(value) if -LIMIT <= value <= LIMIT else "OVERFLOW"


def main():
    random.seed(1)
    print("# Python %s, exact.py" % platform.python_version())
    print("a,b,sum,difference,product,to_double,ratio")
    corners = [0, 1, -1, 2**53, 2**53 + 1, 2**54 + 2, -(2**54 + 6), 2**63, -2**63, LIMIT, -LIMIT]
    pairs = [(a, b) for a in corners for b in corners]
    pairs += [(number(), number()) for _ in range(600)]
    for a, b in pairs:
        ratio = (a / b).hex() if b else "nan"
        print(",".join([str(a), str(b), fits(a + b), fits(a - b), fits(a * b), float(a).hex(), ratio]))


main()
