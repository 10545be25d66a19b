"""One phone of the pair in a browser that stays open from test to test, put back each time to how it was."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page

#: What the browser of a phone is told. Keeping a whole release is work that most tests do not look at.
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "locale": "en-GB",
    "timezone_id": "Europe/Berlin",
    "service_workers": "block",
}
#: Added to the name of a database: how it was when the two had just paired.
MARK = ".as-it-was"
#: A browser copies keys which nobody may read out.
COPYING = """async ([isBack, mark]) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('a page still has it open'));
  });
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const kept = names.filter((name) => name.endsWith(mark));
  const used = names.filter((name) => !name.endsWith(mark));
  if (isBack && !kept.length) return false;
  for (const name of isBack ? used : kept) await done(indexedDB.deleteDatabase(name));
  for (const name of isBack ? kept : used) {
    const from = await done(indexedDB.open(name));
    const stores = [...from.objectStoreNames];
    const opening = indexedDB.open(isBack ? name.slice(0, -mark.length) : name + mark, from.version);
    opening.onupgradeneeded = () => {
      for (const store of stores) {
        const as = from.transaction(store).objectStore(store);
        const made = opening.result.createObjectStore(store, { keyPath: as.keyPath, autoIncrement: as.autoIncrement });
        for (const index of [...as.indexNames].map((each) => as.index(each)))
          made.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
      }
    };
    const to = await done(opening);
    for (const store of stores) {
      const all = from.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(all.getAllKeys()), done(all.getAll())]);
      const into = to.transaction(store, 'readwrite').objectStore(store);
      values.forEach((value, i) => (into.keyPath === null ? into.put(value, keys[i]) : into.put(value)));
      await new Promise((resolve, reject) => {
        into.transaction.oncomplete = resolve;
        into.transaction.onabort = () => reject(into.transaction.error);
      });
    }
    from.close();
    to.close();
  }
  return true;
}"""


class Handset:
    """A phone over a folder in which Chromium keeps all it has, at the port at which it finds its server.

    `launch` starts a browser over a folder. Given a `master`, the phone is what that folder holds each time it is `fresh`.
    """

    def __init__(self, launch: Callable[[Path], BrowserContext], folder: Path, port: int, master: Path | None = None) -> None:
        self.launch = launch
        self.folder = folder
        self.port = port
        self.master = master
        self._context: BrowserContext | None = None
        self._parked: Page | None = None

    def copy(self, folder: Path) -> "Handset":
        """Return a phone that begins as this one is, while no browser is open over it."""
        return Handset(self.launch, folder, self.port, self.folder)

    def fresh(self) -> BrowserContext:
        """Return its browser without a page, put back to how it began, or started anew where that cannot be."""
        if self._context is None or not self._is_put_back(self._context):
            self.close()
            if self.master:
                shutil.rmtree(self.folder, ignore_errors=True)
                shutil.copytree(self.master, self.folder)
            self._context = self.launch(self.folder)
            if self.master:
                self._copy(self._context, is_back=False)
        return self._context

    def rest(self) -> None:
        """Close its pages; the browser too where it cannot be used again: a clock that was taken over is never given back."""
        pages = [page for page in self._context.pages if page != self._parked] if self._context else []
        try:
            is_over = self.master is None or any(page.evaluate("'__pwClock' in globalThis") for page in pages)
        except Error:
            is_over = True
        if is_over:
            self.close()
        else:
            for page in pages:
                page.close()

    def close(self) -> None:
        """End the browser."""
        if self._context:
            self._context.close()
        self._context = self._parked = None

    def _is_put_back(self, context: BrowserContext) -> bool:
        try:
            context.unroute_all()
            context.set_offline(offline=False)
            return self._copy(context, is_back=True)
        except Error:
            return False

    def _copy(self, context: BrowserContext, *, is_back: bool) -> bool:
        """Copy on a page of the app's origin on which no app runs; return whether there was something to copy.

        That page stays: with `--process-per-site` its process compiles the app once for all tests.
        """
        if self._parked is None:
            place = f"http://127.0.0.1:{self.port}/nothing"
            context.route(place, lambda route: route.fulfill(content_type="text/html", body=""))
            self._parked = context.new_page()
            self._parked.goto(place)
            context.unroute(place)
        return bool(self._parked.evaluate(COPYING, [is_back, MARK]))
