/** What the tests use of two packages that bring no types. */
declare module '@hotwired/turbo' {
  export const session: { drive: boolean };
  export function morphElements(current: Element, fresh: string | Element): void;
  export function renderStreamMessage(message: string): void;
}

declare module 'idiomorph' {
  export const Idiomorph: {
    morph(current: Element, fresh: string, options: { readonly morphStyle: 'innerHTML' | 'outerHTML' }): unknown;
  };
}
