/** What templates ask of a page when they are merely loaded: for tests of the words in them. */
Object.assign(globalThis, {
  HTMLElement: class {},
  document: { createComment: () => ({}), createTreeWalker: () => ({}) },
  customElements: { define: () => {} },
});
