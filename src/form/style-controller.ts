/**
 * Owns that the default look is there: one constructable sheet for each document, adopted into the root the element stands
 * in. Constructable, because a strict content security policy allows it. Does not own the look itself (looks/).
 *
 * A controller because an element can be moved into another root.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { defaultLook, defaultLookInLayer } from './looks/default.ts';

export interface StyledHost extends ReactiveControllerHost, HTMLElement {
  readonly appearance: 'default' | 'none';
  readonly css: 'plain' | 'layer';
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

export class StyleController implements ReactiveController {
  private readonly host: StyledHost;

  constructor(host: StyledHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.adopt();
  }

  hostUpdate(): void {
    this.adopt();
  }

  private adopt(): void {
    const root = this.host.getRootNode();
    if (this.host.appearance === 'none' || !(root instanceof ShadowRoot || root instanceof Document)) return;
    const sheet = sheetFor(this.host.ownerDocument, this.host.css === 'layer' ? defaultLookInLayer : defaultLook);
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

/** A sheet can be adopted only where it was made: each document, an iframe's too, has its own. */
function sheetFor(document: Document, css: string): CSSStyleSheet | undefined {
  const made = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, made);
  const existing = made.get(css);
  if (existing) return existing;
  const Sheet = document.defaultView?.CSSStyleSheet;
  if (!Sheet) return undefined;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  made.set(css, sheet);
  return sheet;
}
