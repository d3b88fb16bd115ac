"""Small archives of made-up documents for the tests of the search index."""

from __future__ import annotations

from pathlib import Path

from generator import archive
from generator.exports import search
from generator.model import Edtf, Event, Narration, SourceRef, Turn
from generator.store import body, front_matter
from tests.made_up.write import write as write_made_up
from tests.search.reading import Reader


class Library:
    """A folder with an archive, its cache and its site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = write_made_up(folder, 0)

    def add(self, number: int, words: str, day: str = "2031-05-12", label: str = "Э.Варк") -> Path:
        """Write a document with these words; the path of its page."""
        event = Event(
            id=f"oruna-{number}",
            language="ru",
            title=f"Документ {number}",
            date=Edtf.parse(day),
            countries=("XA", "XB"),
            people=("elena-vark",),
            source=SourceRef(publisher="oruna", sha256="0" * 64, format="made_up"),
        )
        blocks = body.with_anchors(
            [Narration(text="Сообщение."), Turn(label=label, paragraphs=tuple(words.split("\n")))]
        )
        path = self.content / f"{event.url.rstrip('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = front_matter.join(front_matter.to_data(event), body.to_markdown(blocks))
        path.write_text(text, encoding="utf-8")
        return path

    def build(
        self,
        jobs: int = 1,
        cache: str = "cache",
        site: str = "site",
        beside: Path | None = None,
    ) -> search.Summary:
        """Bring the index up to date."""
        chronicle = archive.load(self.content)
        return search.write(
            chronicle, self.content, self.folder / site, self.folder / cache, jobs, beside=beside
        )

    def cold(self) -> dict[str, bytes]:
        """The files of an index that is made from nothing."""
        name = f"cold-{len(list(self.folder.iterdir()))}"
        self.build(cache=f"{name}-cache", site=name)
        return self.files(name)

    def files(self, site: str = "site") -> dict[str, bytes]:
        """Every file of the index."""
        root = self.folder / site / search.FOLDER
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file()
        }

    def find(self, query: str) -> set[str]:
        """The numbers of the documents that a query finds."""
        found = Reader(self.folder / "site" / search.FOLDER).search(query)
        return {address.rstrip("/").rpartition("-")[2] for address in found}
