"""What stands over a chart or a map: what its station asks, its main point, or what it shows."""

from __future__ import annotations

from datawalk.exhibits import Chart, Exhibit, Map, Titles


def over(exhibit: Exhibit, question: str, usual: Titles) -> tuple[str, str]:
    """The title of an exhibit, and what it shows where the title does not say it.

    `question` is that of its station, where it has no other place, `usual` how the medium titles
    charts. A chart without a main point is titled by what it shows, as all other exhibits are.
    """
    if not isinstance(exhibit, (Chart, Map)):
        return exhibit.heading, ""
    title = {
        "question": question,
        "takeaway": exhibit.takeaway,
        "neutral": exhibit.heading,
    }[exhibit.titles or usual]
    return (title, exhibit.heading) if title not in ("", exhibit.heading) else (exhibit.heading, "")
