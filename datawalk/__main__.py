"""`python -m datawalk` and the command `datawalk`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from datawalk.app.cli import app

    app()


if __name__ == "__main__":
    main()
