"""WebKitGTK, the engine family of iPhones, driven through its own WebDriver on a display of its own.

Playwright's WebKit is a build of theirs; this is Debian's. It has no offline switch: end the server. Storage ends with the session.
"""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from typing import Any

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
DRIVER = "/usr/bin/WebKitWebDriver"


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Run a screen nobody sees; yields its name. Xvfb finds a free number itself."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(10)


@contextlib.contextmanager
def webkit(screen: str) -> Iterator[WebKitGTK]:
    """Open a browser with empty storage; two at once are two phones."""
    options = Options()
    options.binary_location = BROWSER
    options.add_argument("--automation")
    options.add_argument("--features=+StorageAPI,+StorageAPIEstimate,+FileSystem")
    driver = WebKitGTK(options=options, service=Service(DRIVER, env={**os.environ, "DISPLAY": screen}))
    driver.set_script_timeout(20)
    try:
        yield driver
    finally:
        driver.quit()


def evaluate(driver: WebKitGTK, function: str, *arguments: Any) -> Any:
    """Call a JavaScript function expression in the page and wait for what it returns or promises.

    Raises:
        AssertionError: it threw.
    """
    outcome = driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        f"Promise.resolve(({function})(...[...arguments].slice(0, -1))).then((value) => done([value]), (error) => done(String(error)));",
        *arguments,
    )
    assert isinstance(outcome, list), outcome
    return outcome[0]
