/** What the browser says about keeping data. */

/** @returns {Promise<{persisted: boolean|null, usageBytes: number|null, quotaBytes: number|null}>} null where the browser does not tell */
export async function storageState() {
  const { storage } = navigator;
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  return { persisted, usageBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}

/** @returns {Promise<boolean|null>} what the browser answered; null when it cannot be asked */
export async function askPersistence() {
  try {
    return (await navigator.storage?.persist?.()) ?? null;
  } catch {
    return null;
  }
}
