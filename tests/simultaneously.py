"""Several people who act at the same moment."""

import threading

from django.db import connections

from articles import desk


def at_once(*acts):
    """Runs `acts` at the same moment, each on a connection of its own; returns what each gave or was refused with."""
    barrier = threading.Barrier(len(acts))
    results = [None] * len(acts)

    def run(position, act):
        barrier.wait()
        try:
            results[position] = act()
        except desk.Refused as refused:
            results[position] = refused
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
