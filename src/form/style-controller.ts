/**
 * Owns that the look is there: of the default one a constructable sheet for each document, adopted into the root the element
 * stands in; of a design system's its classes, fetched where one is asked for. Constructable, because a strict content
 * security policy allows it. Does not own the looks themselves (looks/).
 *
 * A controller because an element can be moved into another root, and its appearance can change.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { firstLook } from './looks/default.ts';
import type * as Systems from './looks/systems.ts';
import type { Appearance } from './options.ts';

export interface StyledHost extends ReactiveControllerHost, HTMLElement {
  readonly appearance: Appearance;
  readonly css: 'plain' | 'layer';
  readonly form: HTMLFormElement | null;
  readonly root: HTMLElement | undefined;
  /** What the default look has for further fields, once those are there. */
  readonly furtherLook: string | undefined;
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

export class StyleController implements ReactiveController {
  private systems: typeof Systems | undefined;
  private readonly host: StyledHost;

  constructor(host: StyledHost) {
    this.host = host;
    host.addController(this);
  }

  /** Fetches what the appearance takes. Never rejects: without it the look is the default one. */
  async load(): Promise<void> {
    const { appearance } = this.host;
    if (appearance !== 'default' && appearance !== 'none')
      this.systems ??= await import('./looks/systems.ts').catch(() => undefined);
  }

  /** Whether errors are spans in the look that is on. */
  get isErrorSpan(): boolean | undefined {
    return this.systems?.isErrorSpan(this.host.appearance);
  }

  hostConnected(): void {
    this.adopt();
  }

  hostUpdated(): void {
    const { root } = this.host;
    this.adopt();
    this.systems?.wear(this.host);
    if (this.present === 'default') root?.removeAttribute('data-look');
    else root?.setAttribute('data-look', this.present);
  }

  /** The look that can be had. */
  private get present(): Appearance {
    const { appearance } = this.host;
    return appearance === 'none' || this.systems ? appearance : 'default';
  }

  private adopt(): void {
    const { furtherLook, appearance } = this.host;
    const ofSystems = appearance === 'none' ? undefined : this.systems?.systemSheet;
    for (const sheet of this.present === 'default' ? [firstLook, furtherLook] : [ofSystems])
      if (sheet) adoptSheet(this.host, sheet);
  }
}

/** Has these rules in force where the element stands, once for its document or shadow root; in a cascade layer where it says so. */
export function adoptSheet(host: Element & Pick<StyledHost, 'css'>, rules: string): void {
  const root = host.getRootNode();
  if (!holdsSheets(root)) return;
  const sheet = sheetFor(host.ownerDocument, host.css === 'layer' ? `@layer citizen-id-form{${rules}}` : rules);
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Not by class: the document of an iframe has classes of its own. */
function holdsSheets(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root;
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
