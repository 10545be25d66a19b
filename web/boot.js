/**
 * Watches the app start, with nothing of the app: a classic script that must work when every module fails. First it asks for what Today needs.
 *
 * main.js sets `data-started` on <html> once the first screen is drawn. If that does not come, this shows the section `boot-help` of
 * index.html: try again, or, when the phone still has the release before this one, go back to that.
 */
(() => {
  const PATIENCE_MS = 10_000; // after the load event, when every module has arrived
  const PATIENCE_AFTER_ERROR_MS = 1_000;
  const page = document.documentElement;
  const hasStarted = () => page.hasAttribute('data-started');

  /** Asks the service worker; null when there is none or it does not answer. */
  const ask = (type) =>
    new Promise((resolve) => {
      const worker = navigator.serviceWorker?.controller;
      if (!worker) {
        resolve(null);
        return;
      }
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => resolve(data);
      setTimeout(resolve, 2_000, null);
      worker.postMessage({ type }, [channel.port2]);
    });

  // Those who have begun see Today first: what it needs is asked for at once, not as each module names the next.
  try {
    if (localStorage.getItem('begun')) document.head.append(document.getElementById('today').content);
  } catch {
    // where storage is closed it comes a little later
  }

  const byId = (id) => document.getElementById(id);

  const showHelp = async () => {
    const help = byId('boot-help');
    if (hasStarted() || !help?.hidden) return;
    help.hidden = false;
    byId('boot-again')?.addEventListener('click', () => location.reload());
    const back = byId('boot-back');
    const releases = await ask('releases');
    if (!back || !releases?.previous) return;
    back.hidden = false;
    back.addEventListener('click', async () => {
      if (await ask('go-back')) location.reload();
    });
  };

  const watch = (patience_ms) => setTimeout(showHelp, patience_ms);

  addEventListener('load', () => watch(PATIENCE_MS));
  // Capture, because the error of a script that did not load does not bubble.
  addEventListener('error', () => hasStarted() || watch(PATIENCE_AFTER_ERROR_MS), true);
  new MutationObserver(() => {
    const help = byId('boot-help');
    if (hasStarted() && help) help.hidden = true;
  }).observe(page, { attributeFilter: ['data-started'] });
})();
