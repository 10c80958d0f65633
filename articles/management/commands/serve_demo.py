"""`manage.py serve_demo`: serves the newsroom on this machine, on the first free port from 8000."""

from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIServer

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.servers.basehttp import WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from articles.demo.cast import CAST, PASSWORD

HOST = "127.0.0.1"
PORTS = range(8000, 8100)


class Server(ThreadingMixIn, WSGIServer):
    """A server for one machine, a thread a request. It never takes a port that somebody else is listening on."""

    daemon_threads = True
    allow_reuse_address = True


class QuietHandler(WSGIRequestHandler):
    """Says nothing of each request: the logins stay in sight."""

    def log_message(self, *_args: Any) -> None:
        """Keeps still."""


class Command(BaseCommand):
    """The demo's front door."""

    help = "Serves this newsroom on 127.0.0.1, on the first free port from 8000, and prints address and logins."

    def handle(self, **options: Any) -> None:
        """Listens, says where, and serves until Ctrl-C."""
        settings.DEBUG = False  # readers shall see the paper's own pages, for what is not found and what breaks too
        server = self._listen()
        server.set_app(get_wsgi_application())
        self._greet(server.server_port)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            self.stdout.write("\nGood night.")
        finally:
            server.server_close()

    def _listen(self) -> Server:
        for port in PORTS:
            try:
                return Server((HOST, port), QuietHandler)
            except OSError:
                continue
        raise CommandError(f"No port from {PORTS.start} to {PORTS.stop - 1} is free on {HOST}.")

    def _greet(self, port: int) -> None:
        lines = [
            f"{settings.NEWSROOM_NAME} is open.",
            f"  Readers   http://{HOST}:{port}/",
            f"  The desk  http://{HOST}:{port}/admin/",
            f"  Logins    (password: {PASSWORD})",
            *(f"            {member.username:<6} {_role(member)}" for member in CAST),
            "Ctrl-C closes it.",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()


def _role(member: Any) -> str:
    return "superuser" if member.is_superuser else member.role.lower() or "no role: may not"
