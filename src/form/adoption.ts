/**
 * Owns how the questions come to stand inside the tag: taken over where the server has put them (no input that is there is
 * moved, cloned or replaced, so nothing typed, no caret and no half-written word is lost), else drawn.
 * Does not own what they look like (structure.ts), nor what is painted over them later (paint.ts).
 *
 * Not a Lit controller: it has no lifecycle of its own, the element draws with it on each update.
 */
import { text } from '../standard/messages.ts';
import { Drawing } from './drawing.ts';
import { inputsByEntry, keepAnswers, putBackAnswers, type Input } from './inputs.ts';
import { question, rootClass, structure, type FormView } from './structure.ts';

/** Children with this attribute are the host's own and stay: `before` stands above the questions, any other value below. */
export const marker = 'data-citizen-id';

interface State {
  /** What the questions that stand there were made from, as far as it cannot be changed in place. */
  readonly key: string;
  /** Absent where the server's page was taken over. */
  readonly drawing?: Drawing;
  /** All that it was drawn from. */
  readonly drawnFrom?: string;
}

export class Adoption {
  private state: State | undefined;
  private found: HTMLElement | undefined;
  private readonly host: HTMLElement;

  constructor(host: HTMLElement) {
    this.host = host;
  }

  /** The one element that holds questions, errors and summary. */
  get root(): HTMLElement | undefined {
    if (this.found?.parentNode === this.host) return this.found;
    const root = [...this.host.children].find((child) => child.classList.contains(rootClass));
    return (this.found = root instanceof HTMLElement ? root : undefined);
  }

  /**
   * Takes over what is there if it asks what `view` asks, in its language; else draws. Later calls change words in place;
   * where other fields are asked the inputs are made anew, with the answers put back by entry.
   */
  draw(view: FormView, previousName: string): void {
    const { elementName, requiredFields, profile, messages, titleSize, isPageHeading } = view;
    const drawnKey = JSON.stringify([elementName, question(view)]);
    const drawnOnce = [
      requiredFields,
      profile.purposes,
      text(messages, 'form/locale'),
      text(messages, 'name/legend'),
      titleSize,
      isPageHeading,
    ];
    const adoptedKey = JSON.stringify([drawnKey, ...drawnOnce]);
    // Another script took the questions away.
    if (!this.root) this.state = undefined;
    if (!this.state && asksTheSame(this.root, view)) this.state = { key: adoptedKey };
    if (this.state?.key === adoptedKey) return;
    const drawnFrom = JSON.stringify([adoptedKey, messages, view.drawFurtherField !== undefined]);
    if (this.state?.drawnFrom === drawnFrom) return;
    const template = structure(view);
    if (this.state?.key === drawnKey && this.state.drawing?.reword(template)) {
      this.state = { ...this.state, drawnFrom };
      return;
    }
    const answers = keepAnswers(inputsByEntry(this.host, previousName));
    const drawing = new Drawing(template);
    this.replace(drawing.root);
    this.state = { key: drawnKey, drawing, drawnFrom };
    if (answers.answers.size > 0) putBackAnswers(inputsByEntry(this.host, elementName), answers);
  }

  /** Only the host's marked children stay. */
  private replace(root: Element): void {
    for (const node of [...this.host.childNodes]) if (!isMarked(node)) node.remove();
    const marked = [...this.host.children];
    const above = marked.filter((child) => child.getAttribute(marker) === 'before');
    const below = marked.find((child) => !above.includes(child)) ?? null;
    // Prose, and only what was written in another order: nothing is lost by moving it.
    for (const child of above) if (below && isAfter(child, below)) this.host.insertBefore(child, below);
    this.host.insertBefore(root, below);
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

/** The same question under the same name, in the same language. */
function asksTheSame(root: HTMLElement | undefined, view: FormView): boolean {
  if (root?.lang !== text(view.messages, 'form/locale') || root.dataset['question'] !== question(view)) return false;
  const inputs = [...root.querySelectorAll<Input>('input, select')];
  return inputs.every(({ name }) => name.startsWith(`${view.elementName}.`));
}
