"""`python -m datawalk` and the command `datawalk`."""

from __future__ import annotations

from datawalk.prepare.memory import unswept


def main() -> None:
    """Run the command line."""
    with unswept():
        from datawalk.app.cli import app

        app()


if __name__ == "__main__":
    main()
