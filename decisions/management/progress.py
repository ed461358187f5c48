"""Progress of a long command: a bar on a terminal, a plain line every few seconds elsewhere."""

import time

_WIDTH = 24  # of the bar, in characters
_QUIET = 5.0  # seconds between plain lines


class Progress:
    """Prints count and rate, and, where the total is known (not None), the share done and the time left."""

    def __init__(self, stream, total, clock=time.monotonic):
        self._stream, self._total, self._clock = stream, total, clock
        self._began = self._printed = clock()
        self._drawn = 0

    def at(self, count):
        """Show that `count` are done."""
        now = self._clock()
        line = self.line(count, now - self._began)
        if self._stream.isatty():
            self._stream.write(f"\r{line.ljust(self._drawn)}", ending="")
            self._stream.flush()
            self._drawn = len(line)
        elif now - self._printed >= _QUIET:
            self._stream.write(line)
            self._printed = now

    def done(self):
        """End the line of the bar."""
        if self._drawn:
            self._stream.write("")

    def line(self, count, seconds):
        """Return the line to show after this many seconds."""
        rate = count / seconds if seconds else 0
        text = f"{count:,} read" if self._total is None else f"{count:,} of {self._total:,} read"
        if rate:
            text += f", {rate:,.0f} a second"
        if not self._total:
            return text
        filled = min(_WIDTH, count * _WIDTH // self._total)
        left = f", {_duration((self._total - count) / rate)} left" if rate and count < self._total else ""
        return f"[{'█' * filled}{'·' * (_WIDTH - filled)}] {text}{left}"


def _duration(seconds):
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
