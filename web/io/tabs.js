/**
 * Several tabs of one installation: one of them leads (holds the sockets), all of them hear what changed.
 */

/**
 * @typedef {object} Tabs
 * @property {() => boolean} isLeader
 * @property {(message: unknown) => void} tell  to every other tab
 * @property {<T>(step: () => Promise<T>) => Promise<T>} alone  while no other tab is in a step of its own
 * @property {() => void} close
 */

/**
 * @param {string} name
 * @param {{onLead: () => void, onMessage: (message: any) => void}} events `onLead` comes once, at once where there are no locks
 * @returns {Tabs}
 */
export function joinTabs(name, { onLead, onMessage }) {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => onMessage(data);
  let leader = false;
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const lead = () => {
    leader = true;
    onLead();
    return new Promise((resolve) => {
      release = resolve;
    });
  };
  const waiting = new AbortController();
  if (navigator.locks) navigator.locks.request(name, { signal: waiting.signal }, lead).catch(() => {});
  else void lead();
  return {
    isLeader: () => leader,
    tell: (message) => channel.postMessage(message),
    alone: async (step) => (navigator.locks ? navigator.locks.request(`${name}/alone`, step) : step()),
    close() {
      waiting.abort();
      release();
      channel.close();
    },
  };
}
