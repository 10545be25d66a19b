export { LitElement, html, svg, render, nothing, noChange } from 'lit';
export type { TemplateResult, SVGTemplateResult, PropertyValues } from 'lit';
export { repeat } from 'lit/directives/repeat.js';
export { live } from 'lit/directives/live.js';
export { ref, createRef } from 'lit/directives/ref.js';
export { classMap } from 'lit/directives/class-map.js';
export { ifDefined } from 'lit/directives/if-defined.js';
export { keyed } from 'lit/directives/keyed.js';
export { directive, Directive } from 'lit/directive.js';
