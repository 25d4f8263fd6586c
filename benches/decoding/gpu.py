"""What nvidia-smi tells of the first GPU while something runs."""

import subprocess
import threading
import time

QUERY = "utilization.decoder,clocks.video,memory.used"
LAG = 1.0  # seconds: what is told of the utilisation is the mean over up to so long before


class Watch:
    """Reads the GPU five times a second, in the background."""

    def __enter__(self):
        self.readings = []
        self.process = subprocess.Popen(
            ["nvidia-smi", "-i", "0", f"--query-gpu={QUERY}", "--format=csv,noheader,nounits",
             "-lms", "200"],
            stdout=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def _read(self):
        for line in self.process.stdout:
            try:
                self.readings.append((time.time(), [float(word) for word in line.split(",")]))
            except ValueError:
                pass  # "[N/A]"

    def between(self, begun, ended):
        """Means of the decoders' utilisation and clock; the most memory used."""
        begun = min(begun + LAG, ended - LAG)
        seen = [values for at, values in self.readings if begun <= at <= ended]
        if not seen:
            return {"decoder": float("nan"), "clock": float("nan"), "memory": float("nan")}
        decoder, clock, memory = zip(*seen)
        return {
            "decoder": sum(decoder) / len(seen),
            "clock": sum(clock) / len(seen),
            "memory": max(memory),
        }
