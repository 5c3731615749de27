"""What each fault does to a running world; a strike returns when it is over, so that recovery begins then."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from random import Random
from uuid import uuid4

from tests.faults.receiver import Trouble as Answer
from tests.faults.roles import kill, lives, wait_for
from tests.faults.servers import Postgres, SqliteFile
from tests.faults.site import Trouble as FeedTrouble
from tests.faults.world import DESTINATION, World
from tests.harness.processes import children

_PORTIONS = 4  # of items, one after the other, until a fault has met somebody

Publish = Callable[[], None]  # puts the next items into the feeds, so that every fault meets work


class Missed(Exception):
    """The fault met nobody: what it was for did not come about in time."""


# --- processes -----------------------------------------------------------------------------------------------------


def _soon(chance: Random) -> None:
    time.sleep(chance.uniform(0.0, 0.6))


def kill_role(name: str, world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    if not wait_for(lambda: kill(world.roles[name].pid), 15.0):
        raise Missed(f"no {name} to kill")


def kill_worker(which: str, world: World, chance: Random, publish: Publish) -> None:
    """Kill a worker's parent, its work-horse, or both, while the work-horse works."""

    def met() -> bool:
        found = [(role.pid, horse) for role in world.workers if role.pid for horse in children(role.pid)]
        if not found:
            return False
        parent, horse = chance.choice(found)
        time.sleep(chance.uniform(0.0, 0.05))
        if not lives(horse):  # it was done sooner
            return False
        if which in ("parent", "both"):
            kill(parent)
        if which in ("horse", "both"):
            kill(horse)
        return True

    _meet(met, publish, "no work-horse to kill", every=0.003)


def kill_everything(world: World, chance: Random, publish: Publish) -> None:
    """All processes of the service at once, with the broker, as when a machine loses power."""
    publish()
    _soon(chance)
    for role in world.roles.values():
        parent = role.pid
        for pid in (*children(parent), parent):
            kill(pid)
    world.broker.kill()
    world.broker.start()


def stop_role(name: str, world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    world.roles[name].ask_to_stop()


def stop_everything(world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    for role in world.roles.values():
        kill(role.pid, signal.SIGTERM)


def crash_at_after_trouble(label: str, world: World, chance: Random, publish: Publish) -> None:
    """A crash point on the way of an alert that is not taken at first."""
    world.receiver.troubles.append("500")
    crash_at(label, world, chance, publish)


def crash_at(label: str, world: World, chance: Random, publish: Publish, *also: str) -> None:
    """Arm a crash point and give the service work until a process has died there."""
    armed = [world.faults / name for name in (label, *also)]
    for path in armed:
        path.touch()

    def again() -> None:
        """In a crowd the one that should come to the second point can be killed just then: the first has to bring another there."""
        if any(path.exists() for path in armed[1:]):
            armed[0].touch()
        publish()

    try:
        _meet(lambda: not any(path.exists() for path in armed), again, f"nobody came to {' and then to '.join((label, *also))}")
    finally:
        for path in armed:
            path.unlink(missing_ok=True)


# --- servers -------------------------------------------------------------------------------------------------------


def kill_broker(away: float, world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    world.broker.kill()
    time.sleep(away)
    world.broker.start()


def flush_broker(world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    with world.broker.client() as client:
        client.flushall()


def corrupt_job(world: World, chance: Random, publish: Publish) -> None:
    """A job whose hash is rubbish at the head of the queue, and others behind it."""
    name = uuid4().hex
    with world.broker.client() as client:
        client.hset(f"rq:job:{name}", mapping={"data": b"\x80\xff rubbish", "created_at": "never", "origin": "entries"})
        client.rpush("rq:queue:entries", name)
        client.rpush("rq:queue:entries", "no-such-job")
    publish()
    _soon(chance)


def _postgres(world: World) -> Postgres:
    assert isinstance(world.database, Postgres)
    return world.database


def kill_postgres(away: float, world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    database = _postgres(world)
    database.kill()
    time.sleep(away)
    database.start()


def restart_postgres(world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    _postgres(world).restart()


def end_sessions(world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    _postgres(world).end_sessions()


def cut(world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    _postgres(world).proxy.cut_all()


def cut_in_statement(world: World, chance: Random, publish: Publish) -> None:
    proxy = _postgres(world).proxy
    before = proxy.cuts
    proxy.cut_in_statement(chance.randrange(2_000, 60_000))
    _meet(lambda: proxy.cuts > before, publish, "nothing was said that could be cut")


def read_only(world: World, chance: Random, publish: Publish) -> None:
    """A database that can be read and not written for three seconds; new processes and new connections find it so."""
    publish()
    world.database.forbid_writing()
    if world.database.kind == "sqlite":
        stop_everything(world, chance, lambda: None)  # an open file stays as writable as it was
    time.sleep(3.0)
    world.database.allow_writing()


def full_disk(world: World, chance: Random, publish: Publish) -> None:
    """No file can grow beyond a page for three seconds: what a full disk does to a database, and to its log."""
    deadline = time.monotonic() + 3.0
    publish()
    while time.monotonic() < deadline:
        for role in world.roles.values():
            role.limit_files(4096)
        time.sleep(0.05)
    for role in world.roles.values():
        role.limit_files(None)


def full_disk_of_postgres(world: World, chance: Random, publish: Publish) -> None:
    publish()
    _soon(chance)
    _postgres(world).fill_disk(3.0)


def locked(world: World, chance: Random, publish: Publish) -> None:
    assert isinstance(world.database, SqliteFile)
    publish()
    _soon(chance)
    world.database.hold_locked(3.0)


# --- the others ----------------------------------------------------------------------------------------------------


def receiver(trouble: Answer, world: World, chance: Random, publish: Publish) -> None:
    """The next answers of the receiver; several where one would be no trouble."""
    world.receiver.troubles.extend([trouble] * (1 if trouble in ("hang", "410") else 3))
    try:
        _meet(lambda: not world.receiver.troubles, publish, f"no alert met {trouble}")
    finally:
        world.receiver.troubles.clear()  # what nobody met must not meet somebody later, when nobody looks
    if trouble == "410":
        _until(lambda: DESTINATION in world.store.disabled_destinations(), "410 did not close the destination")
        done = world.run_command("alerts", "test", DESTINATION)
        assert done.returncode == 0, done.stdout + done.stderr


def feeds(trouble: FeedTrouble, world: World, chance: Random, publish: Publish) -> None:
    """What the next four requests for feeds meet."""
    world.site.troubles.extend([trouble] * 4)
    try:
        _meet(lambda: not world.site.troubles, publish, f"no poll met {trouble}")
    finally:
        world.site.troubles.clear()


def clock(world: World, chance: Random, publish: Publish) -> None:
    """The clock is an hour fast for some seconds of work, then right again: everything noted meanwhile lies in the future."""
    world.receiver.troubles.extend(["500", "500"])  # so that something waits for its retry in that hour
    (world.faults / "clock").write_text("3600")
    publish()
    time.sleep(2.0)
    (world.faults / "clock").unlink()


def clock_slow(world: World, chance: Random, publish: Publish) -> None:
    """The clock is an hour slow for some seconds of work."""
    (world.faults / "clock").write_text("-3600")
    publish()
    time.sleep(2.0)
    (world.faults / "clock").unlink()


def _until(condition: Callable[[], bool], otherwise: str, *, seconds: float = 15.0, every: float = 0.02) -> None:
    if not wait_for(condition, seconds, every=every):
        raise Missed(otherwise)


def _meet(condition: Callable[[], bool], publish: Publish, otherwise: str, *, every: float = 0.02) -> None:
    """Give the service work, again and again, until it has met what waits for it there."""
    for _ in range(_PORTIONS):
        publish()
        if wait_for(condition, 8.0, every=every):
            return
    raise Missed(otherwise)
