"""Finite fields and groups in which designs are counted: numbers from 0 to one less than the order.

A number stands for its digits, each modulo a prime.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_REMAINDERS = {4: (1, 1), 8: (1, 1, 0), 9: (2, 0)}
"""What the first power that is too high is in a field, lowest digit first: x² = 1 + x over 2."""


@dataclass(frozen=True, slots=True)
class FiniteGroup:
    """Adding digits, each modulo its own prime."""

    order: int
    primes: tuple[int, ...]

    @classmethod
    def of(cls, order: int) -> FiniteGroup:
        """The group of an order with no element of an order that could be parted."""
        return cls(order, tuple(_primes(order)))

    @property
    def field(self) -> bool:
        """Whether it can be multiplied too."""
        return len(self.primes) == 1 or self.order in _REMAINDERS

    def add(self, a: int, b: int) -> int:
        digits = zip(self._digits(a), self._digits(b), self.primes, strict=True)
        return self._number([(x + y) % p for x, y, p in digits])

    def less(self, a: int, b: int) -> int:
        digits = zip(self._digits(a), self._digits(b), self.primes, strict=True)
        return self._number([(x - y) % p for x, y, p in digits])

    def times(self, a: int, b: int) -> int:
        """The product, in a field."""
        if len(self.primes) == 1:
            return a * b % self.order
        p, n = self.primes[0], len(self.primes)
        raw = [0] * (2 * n - 1)
        for i, x in enumerate(self._digits(a)):
            for j, y in enumerate(self._digits(b)):
                raw[i + j] += x * y
        for high in range(2 * n - 2, n - 1, -1):
            for i, x in enumerate(_REMAINDERS[self.order]):
                raw[high - n + i] += raw[high] * x
        return self._number([x % p for x in raw[:n]])

    def _digits(self, number: int) -> list[int]:
        found = []
        for prime in self.primes:
            number, digit = divmod(number, prime)
            found.append(digit)
        return found

    def _number(self, digits: list[int]) -> int:
        number = 0
        for prime, digit in zip(reversed(self.primes), reversed(digits), strict=True):
            number = number * prime + digit
        return number


def _primes(number: int) -> Iterator[int]:
    prime = 2
    while number > 1:
        while number % prime == 0:
            yield prime
            number //= prime
        prime += 1
