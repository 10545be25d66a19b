/**
 * A tone, a bell, a buzz, a screen that stays awake: where the phone has them and the person chose them. All fail silently, because a
 * missing bell must never stop two people talking.
 */

/**
 * @typedef {object} Cues
 * @property {(kind: 'tone'|'bell'|'breath-in'|'breath-out', chosen: {sound: boolean, vibration: boolean}) => void} play
 * @property {() => Promise<void>} stayAwake  also again after the app was hidden
 * @property {() => void} maySleep
 */

/** A wooden knock: short, 523 Hz. A low bell: 131 Hz with its soft upper partials. The turns of a breath: soft, C and the G under it. [frequency Hz, gain, decay s] */
const VOICES = {
  tone: [
    [523, 0.22, 0.18],
    [1318, 0.06, 0.08],
  ],
  bell: [
    [131, 0.3, 2.4],
    [262, 0.14, 1.6],
    [393, 0.06, 1.1],
  ],
  'breath-in': [[262, 0.1, 1.6]],
  'breath-out': [[196, 0.1, 1.6]],
};
const BUZZ_MS = { tone: [60], bell: [60, 120, 60], 'breath-in': [25], 'breath-out': [25, 90, 25] };

/** @returns {Cues} */
export function createCues() {
  /** @type {AudioContext|null} */ let audio = null;
  /** @type {WakeLockSentinel|null} */ let lock = null;
  let wanted = false;

  const awake = async () => {
    if (!wanted || lock || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', () => {
        lock = null;
      });
    } catch {
      // low battery or not allowed: the session goes on
    }
  };
  document.addEventListener('visibilitychange', awake);

  return {
    play(kind, { sound, vibration }) {
      if (vibration) navigator.vibrate?.(BUZZ_MS[kind]);
      if (!sound) return;
      try {
        audio ??= new AudioContext();
        if (audio.state === 'suspended') void audio.resume();
        const start = audio.currentTime + 0.02;
        for (const [frequency = 0, gain = 0, decay = 0] of VOICES[kind]) {
          const oscillator = new OscillatorNode(audio, { type: 'sine', frequency });
          const envelope = new GainNode(audio, { gain: 0 });
          envelope.gain.setValueAtTime(0, start);
          envelope.gain.linearRampToValueAtTime(gain, start + 0.008);
          envelope.gain.exponentialRampToValueAtTime(0.0001, start + decay);
          oscillator.connect(envelope).connect(audio.destination);
          oscillator.start(start);
          oscillator.stop(start + decay + 0.05);
        }
      } catch {
        // no audio device
      }
    },
    async stayAwake() {
      wanted = true;
      await awake();
    },
    maySleep() {
      wanted = false;
      void lock?.release().catch(() => {});
    },
  };
}
