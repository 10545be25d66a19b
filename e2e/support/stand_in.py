"""A stand-in for the app: two small packs around the real index.html, boot.js, sw.js, io/updates.js and what it imports.

With it a release can be made, broken and changed at will.
"""

import shutil
from pathlib import Path

WEB = Path(__file__).parent.parent.parent / "web"

MAIN = """
import { createUpdates } from './updates.js';
const app = document.getElementById('app');
const updates = createUpdates({ onReady: () => { document.getElementById('update').hidden = false; } });
app.append(Object.assign(document.createElement('h1'), { textContent: 'RELEASE' }));
const button = Object.assign(document.createElement('button'), { id: 'update', textContent: 'Update', hidden: true });
button.onclick = () => updates.apply();
const later = Object.assign(document.createElement('button'), { textContent: 'Later' });
later.onclick = async () => app.append(Object.assign(document.createElement('p'), { textContent: (await import('./later.js')).text }));
app.append(button, later);
document.documentElement.dataset.started = '';
updates.start();
window.releaseOfPage = () => updates.release();
"""


def make_web(web: Path) -> None:
    """Make the web folder, still without a release."""
    (web / "packs").mkdir(parents=True)
    for name in ("index.html", "boot.js", "sw.js", "manifest.webmanifest"):
        shutil.copyfile(WEB / name, web / name)
    for name in ("updates.js", "worker-address.js"):
        shutil.copyfile(WEB / "io" / name, web / "packs" / name)
    shutil.copytree(WEB / "icons", web / "icons")


def write_release(web: Path, name: str, main: str = MAIN) -> None:
    """Make the folder the release of that name."""
    (web / "packs" / "main.js").write_text(main.replace("RELEASE", name))
    (web / "packs" / "later.js").write_text(f"export const text = 'later of {name}';")
