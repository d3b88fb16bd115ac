"""The steps of a build that has something to do, from a look at the files to the swap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator import archive
from generator.errors import ContentError, Problem
from generator.model import Event
from generator.pages.dress import environment
from generator.pages.page import Site
from generator.rendering import shell as mkdocs
from generator.rendering import state as kept
from generator.rendering.changes import events_in, program_changed, roots, variables, why_all
from generator.rendering.compiled import templates
from generator.rendering.documents import brought_up_to_date
from generator.rendering.frames import Frames
from generator.rendering.options import Options, Summary, key_of
from generator.rendering.stamps import Watched
from generator.rendering.state import Events, Seen, State
from generator.rendering.swap import Exchange
from generator.rendering.today import is_another_day, moment_of
from generator.rendering.touched import DIVIDED, Touched, Unit, pages_known
from generator.rendering.whole import in_parallel, sites_for
from generator.rendering.work import Made, Work


class _Again(Exception):  # noqa: N818  # a turn in the way, not an error
    """An incremental build found that every page must be built."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Build:
    """One build that has something to do.

    ``looked`` is what was seen of the files already, if they were looked at.
    """

    def __init__(
        self,
        options: Options,
        seen: Seen | None,
        as_left: Callable[[], bool],
        looked: Watched | None,
    ) -> None:
        self.options = options
        self.as_left = as_left
        environment.cache_clear()  # a process that serves builds more than once
        self.config = mkdocs.load(options.config, strict=options.strict)
        self.variables = variables(self.config)
        self.key = key_of(options, self.variables)
        self.content = Path(self.config.docs_dir)
        self.site = Path(self.config.site_dir)
        self.exchange = Exchange(self.site, options.cache)
        self.day = ""
        self.before = seen
        self.copied_before: mkdocs.Copies = {}
        self.read_before: Events = {}
        self.documents_before: Events = {}
        if looked is None or looked.roots != roots(self.config):
            looked = Watched(roots(self.config), events_in(self.content))
            looked.look(None if options.all or seen is None else seen.watched)
        self.watched = looked

    def run(self) -> Summary:
        """Build what must be built."""
        with mkdocs.Warnings(self.options.warn) as warnings:
            if reason := mkdocs.in_the_way(self.config):
                return self._by_mkdocs(reason)
            try:
                return self._make(*self._remembered(), warnings)
            except _Again as again:
                self.config = mkdocs.load(self.options.config, strict=self.options.strict)
                return self._make(None, again.why, warnings)

    def _remembered(self) -> tuple[State | None, str]:
        """The last build, if this one may start from it; else why all pages must be built."""
        state: State | None = None
        documents: Events | None = None
        if self.before is not None and not self.options.all:
            # Read first: meanwhile somebody looks whether the site is as it was left.
            state = kept.read(self.options.cache, kept.MADE)
            same = not program_changed(self.before, self.watched)
            if state is not None and state.key == self.key and same:
                documents = kept.read_documents(self.options.cache, state)
                self.copied_before = state.copies
        why = why_all(self.before, self.as_left, self.key, self.watched, self.config)
        if self.options.all:
            why = "asked for all"
        if documents is None:
            return None, why or "no cache of the last build"
        self.read_before = self.documents_before = documents
        return None if why else state, why

    def _by_mkdocs(self, reason: str) -> Summary:
        """MkDocs' own build, still beside the site."""
        self.exchange.begin()
        self.watched.read_left()
        staged = mkdocs.build(self.config, self.exchange.beside, str(self.options.config))
        plugin: Any = self.config.plugins["chronicle"]
        self.day = moment_of(plugin.sites[0])
        self._keep(staged)
        self.exchange.commit(whole=True, state=[kept.SEEN])
        pages = sum(name.endswith(".html") for name in staged)
        note = f"built by MkDocs alone, slower: {reason}"
        return Summary(pages=pages, built=pages, reasons=Counter({"all": pages}), note=note)

    # The steps ----------------------------------------------------------------------------

    def _make(self, state: State | None, why: str, warnings: mkdocs.Warnings) -> Summary:
        self.exchange.begin()
        environment(tuple(self.config.theme.dirs)).bytecode_cache = templates()
        shell = mkdocs.Shell(self.config, self.exchange.beside)
        sites = self._sites(archive.load(self.content, lambda _: self._documents()))
        self.day = moment_of(next(iter(sites.values())))
        events = self.read_before
        work = self._work(state, shell, sites, why, events)
        made = self._forked(work, shell)
        staged, copies = self._shell(shell, made, work, events)
        if (count := warnings.count) and self.config.strict:
            what = f"{count} warning{'s' if count > 1 else ''} in strict mode"
            raise ContentError(Problem(str(self.options.config), what, "mend what is named above"))
        return self._commit(state, made, staged, copies, work)

    @cached_property
    def standing(self) -> Mapping[str, tuple[int, int]]:
        """The site's files as the last build left them; none if anything else touched them."""
        before = self.before
        if before is None or before.site != str(self.exchange.site) or not self.as_left():
            return {}
        return before.outputs

    def _documents(self) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        """Every document in order of path; every problem."""
        self.read_before, problems = brought_up_to_date(
            self.read_before, self.content, self.watched, self.options.jobs
        )
        return tuple(event for _, event in self.read_before.values()), problems

    def _sites(self, chronicle: archive.Chronicle) -> dict[str, Site]:
        return {site.language: site for site in sites_for(self.config, chronicle)}

    def _work(
        self,
        state: State | None,
        shell: mkdocs.Shell,
        sites: Mapping[str, Site],
        why: str,
        events: Events,
    ) -> Work:
        """What is to be made: after the last build, or from nothing."""
        self.by_hand = frozenset(file.src_uri for file in shell.by_hand)
        standing: set[str] = set()
        units: set[Unit] | None = None
        if state is None:
            self.why, self.hub_why = dict.fromkeys(events, why), why
        else:
            if self.by_hand != state.by_hand:
                raise _Again("a hand-written page came or went")
            touched = self._touched(state, sites, events)
            new_day = is_another_day(state.day, self.day)
            self.why = touched.reasons
            self.hub_why = "a new day" if new_day else "shows what changed"
            units = None if touched.all_units or new_day else touched.units
            for (_, unit), paths in state.units.items():
                if unit[0] in DIVIDED and units is not None and unit not in units:
                    standing.update(paths)
        told = next(iter(sites.values())).chronicle.documents
        self.shards = kept.sharded(events)
        self.new_shards = kept.changed(self.shards, kept.sharded(self.documents_before))
        return Work(
            frames=Frames(self.config, shell.env, shell.nav, shell.docs),
            sites=tuple(sites.values()),
            content=self.content,
            target=self.exchange.beside,
            events=[event for event in told if event.path in self.why],
            units=units,
            kept=frozenset(standing | events.keys()),
            taken=shell.taken,
            known_frames=state.frames if state else {},
            years=state.years if state else {},
            chores=[
                partial(kept.write_next, self.options.cache, name, self.shards[name])
                for name in self.new_shards
            ],
            site=self.exchange.site,
            standing=self.standing,
        )

    def _touched(self, state: State, sites: Mapping[str, Site], events: Events) -> Touched:
        known = next(iter(sites.values())).chronicle.registry
        stood = (event for _, event in self.documents_before.values())
        documents = tuple(
            replace(event, visit=state.visits[event.path]) if event.path in state.visits else event
            for event in stood
        )
        before = archive.Chronicle(known, documents)
        old = self.documents_before
        changed = {
            path
            for path in old.keys() | events.keys()
            if old.get(path, ("",))[0] != events.get(path, ("",))[0]
        }
        return Touched(self._sites(before), sites, changed, state.known)

    def _forked(self, work: Work, shell: mkdocs.Shell) -> Made:
        """The pages, made by several workers; what they made, put together."""
        by_hand = {file.src_uri for file in shell.by_hand}
        made = in_parallel(work, by_hand, self.options.jobs, self.options.step)
        if made.stale:
            raise _Again("the theme's frame changed")
        return made

    def _shell(
        self, shell: mkdocs.Shell, made: Made, work: Work, events: Events
    ) -> tuple[mkdocs.Staged, mkdocs.Copies]:
        """Hand-written pages, the theme's own pages, and what is copied; every staged file."""
        copies = {**shell.copies(self.watched.digests), **self._search(work, events)}
        old = self.copied_before if self.standing else {}
        new = {name: source for name, source in copies.items() if old.get(name) != source}
        mkdocs.copy(new, self.exchange.beside)
        pages = (work.kept | made.outputs.keys()) - set(made.gone)
        written = shell.write(sorted(pages))
        beside = self.exchange.beside
        stats = {name: (beside / name).stat() for name in (*new, *written)}
        others = {name: (stat.st_size, stat.st_mtime_ns) for name, stat in stats.items()}
        return {**made.files, **others}, copies

    def _search(self, work: Work, events: Events) -> mkdocs.Copies:
        if not self.config.plugins["chronicle"].config.search:
            return {}
        from generator.rendering import index  # here, since most runs find nothing to do

        return index.files(
            work.sites[0],
            content=self.content,
            cache=self.options.cache,
            jobs=self.options.jobs,
            digests={path: digest for path, (digest, _) in events.items()},
        )

    def _commit(
        self,
        state: State | None,
        made: Made,
        staged: mkdocs.Staged,
        copies: mkdocs.Copies,
        work: Work,
    ) -> Summary:
        """Remember what was made, and let it take its place."""
        pages, units, frames = dict(made.outputs), dict(made.units), dict(made.frames)
        if state is not None:
            stay = work.kept - made.outputs.keys() - set(made.gone)
            pages.update((path, state.pages[path]) for path in stay)
            units.update(
                (key, paths) for key, paths in state.units.items() if stay.issuperset(paths)
            )
            frames = {**state.frames, **frames}
        names = {name for files in pages.values() for name in files}.union(staged, copies)
        outputs = {name: staged.get(name) or self.standing[name] for name in names}
        self._keep(outputs)
        told = work.sites[0].chronicle.documents
        kept.write_next(
            self.options.cache,
            kept.MADE,
            State(
                key=self.key,
                day=self.day,
                shards=frozenset(self.shards),
                visits={event.path: event.visit for event in told if event.visit},
                units=units,
                pages=pages,
                copies=dict(copies),
                by_hand=self.by_hand,
                frames=frames,
                known=pages_known(work.sites[0]),
            ),
        )
        remove = self.standing.keys() - outputs.keys()
        self.exchange.commit(
            whole=not self.standing,
            write=staged.keys() - made.same if self.standing else (),
            remove=remove,
            state=[kept.MADE, kept.SEEN, *self.new_shards],
        )
        return self._summary(made, pages, remove)

    def _summary(self, made: Made, pages: Mapping[str, object], remove: Iterable[str]) -> Summary:
        each = sorted((path, self.why.get(path, self.hub_why)) for path in made.outputs)
        return Summary(
            pages=len(pages) + len(self.by_hand),
            built=len(each),
            removed=sum(name.endswith("index.html") for name in remove),
            reasons=Counter(why for _, why in each),
            each=each,
        )

    def _keep(self, outputs: mkdocs.Staged) -> None:
        seen = Seen(
            key=f"{self.key} {self.day}",
            variables=self.variables,
            watched=self.watched,
            site=str(self.exchange.site),
            outputs=outputs,
        )
        kept.write_next(self.options.cache, kept.SEEN, seen)
