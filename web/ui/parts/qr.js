import { html } from '../../vendor/lit.js';

/** @param {boolean[][]} matrix @returns {string} one path of the dark modules, with a quiet zone of 2 around it */
export const qrPath = (matrix) =>
  matrix.map((row, y) => row.map((isDark, x) => (isDark ? `M${x + 2} ${y + 2}h1v1h-1z` : '')).join('')).join('');

/** @param {boolean[][]} matrix @param {string} label */
export const qr = (matrix, label) => html`
  <div class="qr">
    <svg viewBox="0 0 ${matrix.length + 4} ${matrix.length + 4}" role="img" aria-label=${label}><path d=${qrPath(matrix)} fill="currentColor" /></svg>
  </div>
`;
