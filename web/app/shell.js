/**
 * What screens are given: the application, and what this browser can do. A plain object, so that a test or a picture of a screen
 * can hand over another.
 */

/**
 * @typedef {object} Shell
 * @property {EventTarget} changes fires `change`
 * @property {import('./attune.js').Attune} attune
 * @property {(place: string) => void} go `#/today`
 * @property {() => void} back
 * @property {(sentence: string) => void} announce read by a screen reader, politely
 * @property {import('../io/install.js').Install} install
 * @property {import('../io/updates.js').Updates} updates
 * @property {import('../io/cues.js').Cues} cues
 * @property {() => Promise<import('../io/camera.js').Camera>} openCamera
 * @property {() => Promise<{persisted: boolean|null, usageBytes: number|null, quotaBytes: number|null}>} storageState
 * @property {() => Promise<boolean|null>} askPersistence
 * @property {(file: File) => void} saveFile
 * @property {(data: ShareData) => Promise<boolean>} share the share sheet; false when there is none or it was closed
 * @property {(text: string) => Promise<boolean>} copy
 * @property {() => Promise<void>} erase
 * @property {() => void} cover the quick cover, at once
 * @property {string} pendingLink a join link this page was opened with
 */
export {};
