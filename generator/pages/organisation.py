"""An organisation: members by date, summits, every document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Edtf, Membership, Organisation
from generator.pages import pictures
from generator.pages.dress import View
from generator.pages.facts.works import works
from generator.pages.hub import at, hub
from generator.pages.listing import listing
from generator.pages.page import Page, Site
from generator.pages.parts.shelves import shelf_for
from generator.pages.shelf import year_pages

KIND = "organisation"


def build(site: Site) -> Iterable[Page]:
    """A page for each organisation of the registry, and one a year of a long list."""
    for organisation in works(site).registry.organisations.values():
        if site.wants(KIND, organisation.id):
            yield from _page(site, organisation)


def _page(site: Site, organisation: Organisation) -> Iterator[Page]:
    view = at(site, KIND, organisation.id)
    archive = works(site)
    events = archive.of_organisation.get(organisation.id, ())
    milestones = [m for m in archive.milestones if m.organisation == organisation.id]
    title = view.name("organisation", organisation.id)
    shelved = shelf_for(view, KIND, organisation.id, events, milestones)
    yield hub(
        view,
        kind=KIND,
        id=organisation.id,
        title=title,
        template="organisation",
        description=view.t("organisation.description", title=title, count=len(events)),
        organisation=organisation,
        short=view.said.name(organisation.short) if organisation.short else "",
        today_members=organisation.members_on(Edtf.of(site.today)),
        members=by_status(view, organisation.members),
        summits=tuple(event for event in events if event.kind == "summit"),
        events=events,
        shelf=shelved,
        per_year=pictures.per_year(view, shelved, events, milestones),
        list=listing(view),
    )
    yield from year_pages(site, KIND, organisation.id, title, shelved)


def by_status(
    view: View, members: Iterable[Membership]
) -> dict[str, list[tuple[Membership, bool]]]:
    """Memberships by status, members first, each with whether it is over today."""
    order = ("member", "founder", "associate", "observer", "partner")
    groups: dict[str, list[tuple[Membership, bool]]] = {}

    def rank(one: Membership) -> tuple[int, str, str]:
        status = order.index(one.status) if one.status in order else len(order)
        return status, one.start.text if one.start else "", view.name("country", one.country)

    for one in sorted(members, key=rank):
        over = one.end is not None and one.end.upper < view.site.today
        groups.setdefault(one.status, []).append((one, over))
    return groups
