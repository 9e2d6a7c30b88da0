/**
 * Owns how the questions come to stand inside the tag: taken over where the server has put them (no input that is there is
 * moved, cloned or replaced, so nothing typed, no caret and no half-written word is lost), else drawn.
 * Does not own what they look like (structure.ts), nor what is painted over them later (paint.ts).
 *
 * Not a Lit controller: it has no lifecycle of its own, the element draws with it on each update.
 */
import { render } from 'lit';
import { text } from '../standard/messages.ts';
import { inputsByEntry, keepAnswers, putBackAnswers, type KeptAnswers } from './inputs.ts';
import { structure, rootClass, type FormView } from './structure.ts';

/** Children with this attribute are the host's own and stay: `before` stands above the questions, any other value below. */
export const marker = 'data-citizen-id';

/** What was decided: `key` is what the page that was taken over asks, `before` the child of the host's that drawings stand before. */
type State = { readonly kind: 'adopted'; readonly key: string } | { readonly kind: 'drawn'; readonly before: ChildNode | null };

export class Adoption {
  private state: State | undefined;
  private readonly host: HTMLElement;

  constructor(host: HTMLElement) {
    this.host = host;
  }

  /** The one element that holds questions, errors and summary. */
  get root(): HTMLElement | undefined {
    const root = [...this.host.children].find((child) => child.classList.contains(rootClass));
    return root instanceof HTMLElement ? root : undefined;
  }

  /** Takes over what is there if it asks what `view` asks, in its language; else draws. Later calls draw what has changed. */
  draw(view: FormView, previousName: string): void {
    const key = keyOf(view);
    if (this.state?.kind === 'adopted' && this.state.key === key) return;
    if (this.state?.kind === 'drawn') {
      render(structure(view), this.host, { renderBefore: this.state.before });
    } else if (!this.state && asksTheSame(this.root, view)) {
      this.state = { kind: 'adopted', key };
    } else {
      this.replace(view, keepAnswers(inputsByEntry(this.host, previousName)));
    }
  }

  /** Somebody else's fallback, or a taken-over one that no longer fits: drawn anew, with the answers put back by entry. */
  private replace(view: FormView, answers: KeptAnswers): void {
    for (const node of [...this.host.childNodes]) if (!isMarked(node)) node.remove();
    const marked = [...this.host.children];
    const before = marked.find((child) => child.getAttribute(marker) !== 'before') ?? null;
    // Prose only, and only where it was written in another order: nothing is lost by moving it.
    for (const child of marked) {
      const isLate = before && child.getAttribute(marker) === 'before' && isAfter(child, before);
      if (isLate) this.host.insertBefore(child, before);
    }
    this.state = { kind: 'drawn', before };
    render(structure(view), this.host, { renderBefore: before });
    putBackAnswers(inputsByEntry(this.host, view.elementName), answers);
  }
}

/** Resolves when the parser has read all children of the element: something follows it, or the document is read. */
export function childrenComplete(element: Element): Promise<void> {
  const document = element.ownerDocument;
  const isComplete = () => document.readyState !== 'loading' || isFollowed(element);
  if (isComplete()) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => check());
    const check = () => {
      if (!isComplete()) return;
      observer.disconnect();
      document.removeEventListener('readystatechange', check);
      resolve();
    };
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('readystatechange', check);
  });
}

function isFollowed(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

function isMarked(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(marker);
}

function isAfter(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function keyOf({ elementName, fields, requiredFields, profile, messages }: FormView): string {
  return JSON.stringify([elementName, fields, requiredFields, profile.id, text(messages, 'form/locale')]);
}

/** The same fields in the same order under the same name, in the same language. */
function asksTheSame(root: HTMLElement | undefined, { elementName, fields, messages }: FormView): boolean {
  if (!root || root.lang !== text(messages, 'form/locale')) return false;
  const asked = [...root.querySelectorAll('[data-field]')].map((field) => field.getAttribute('data-field'));
  const inputs = [...root.querySelectorAll('input')];
  return asked.join() === fields.join() && inputs.every(({ name }) => name.startsWith(`${elementName}.`));
}
