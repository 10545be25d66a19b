"""Token buckets over an injected monotonic clock."""

from collections import OrderedDict

Seconds = float


class Bucket:
    """`rate` tokens a second, at most `burst` saved."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: Seconds) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def take(self, amount: float, now: Seconds) -> Seconds:
        """Take `amount` and return 0, or take nothing and return how long to wait."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        if amount <= self._tokens:
            self._tokens -= amount
            return 0.0
        return (min(amount, self._burst) - self._tokens) / self._rate


class PerAddress:
    """One bucket for each address, the longest unused forgotten first."""

    def __init__(self, per_hour: int, most_addresses: int = 10_000) -> None:
        self._per_hour = per_hour
        self._most = most_addresses
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, address: str, now: Seconds) -> Seconds:
        """Take one for this address; returns 0 or the wait."""
        bucket = self._buckets.pop(address, None) or Bucket(self._per_hour / 3600, self._per_hour, now)
        self._buckets[address] = bucket
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return bucket.take(1, now)
