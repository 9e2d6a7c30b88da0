/**
 * Owns that the questions stay, with what is in them, on a page whose scripts rewrite it under the element: a morph that goes by the server's
 * HTML, or a swap of what stands inside the tag. What is gone or was written over is drawn anew, with the answers, focus and caret put back.
 * Not a page that takes the element itself away: what was typed goes with it. Fetched right behind the first drawing.
 *
 * Writers of a page tell nobody, so what was typed is noted as it is typed; and a mark that no server writes shows that one was here.
 */
import type { ReactiveElement } from '@lit/reactive-element';
import { keepAnswers, putBackAnswers, type Inputs, type KeptAnswers } from './inputs.ts';
import { maskFromRecorders } from './masking.ts';
import { advise } from './options.ts';

export interface HealingHost extends ReactiveElement {
  readonly root: HTMLElement | undefined;
  readonly inputs: Inputs;
}

/** On the questions once somebody has answered one. */
const mark = 'data-kept';

/** In a second; beyond it two scripts are at odds, and ours gives in. */
const mostHeals = 8;

const healing = new WeakSet<HealingHost>();

/** From now on; once, however often it is called. */
export function healItself(host: HealingHost): void {
  if (healing.has(host)) return;
  healing.add(host);
  new Healer(host);
}

function isCaretIn(kept: KeptAnswers | undefined, target: EventTarget | null): boolean {
  const { start, end } = kept?.focused ?? {};
  return target instanceof HTMLInputElement && target.selectionStart === start && target.selectionEnd === end;
}

class Healer {
  private readonly host: HealingHost;
  private readonly observer = new MutationObserver(() => this.look());
  private root: HTMLElement | undefined;
  /** The first mark of Lit's among the questions: a morph takes those away. */
  private anchor: ChildNode | undefined;
  private questions: Element | undefined;
  private kept: KeptAnswers | undefined;
  private isMarked = false;
  private isBusy = false;
  private heals: readonly number[] = [];

  constructor(host: HealingHost) {
    this.host = host;
    for (const type of ['input', 'change', 'focusin', 'keyup', 'citizen-id-cleared']) host.addEventListener(type, this.onAnswer);
    // Turbo asks before it morphs.
    host.addEventListener('turbo:before-morph-element', this.onMorph);
    host.addController({
      hostConnected: () => this.watch(),
      hostUpdated: () => this.isBusy || this.note(),
      hostDisconnected: () => this.observer.disconnect(),
    });
    this.watch();
    this.note();
  }

  private watch(): void {
    this.observer.observe(this.host, { childList: true, subtree: true, attributeFilter: [mark] });
  }

  private readonly onAnswer = ({ type, target }: Event): void => {
    // A writer that cares for the focus gives it to an input of its own before we have seen what it did.
    if (this.isBusy || (this.root && !this.isWhole)) return;
    if (type === 'input' || type === 'change') this.isMarked = true;
    // A key that writes was noted with what it wrote.
    if (type !== 'keyup' || !isCaretIn(this.kept, target)) this.note();
  };

  private note(): void {
    const { root, inputs } = this.host;
    if (!root) return;
    // Once: to set it again would be seen as a change.
    if (this.isMarked && !root.hasAttribute(mark)) root.setAttribute(mark, '');
    const questions = root.querySelector('.cif-questions');
    this.root = root;
    this.questions = questions ?? undefined;
    this.anchor = [...(questions?.childNodes ?? [])].find((node) => node instanceof Comment);
    this.kept = keepAnswers(inputs);
  }

  private get isWhole(): boolean {
    const { root, questions, anchor } = this;
    if (!root || root !== this.host.root || (this.isMarked && !root.hasAttribute(mark))) return false;
    // Not every input: what comes late, a list of addresses say, goes again by itself.
    return [questions, anchor].every((node) => !node || root.contains(node));
  }

  private look(): void {
    if (this.isBusy || !this.host.isConnected || !this.root) return;
    // What the element did itself has ended in an update, which was noted before this.
    if (this.isWhole) this.note();
    else void this.heal();
  }

  private async heal(): Promise<void> {
    const { host, kept } = this;
    const now = performance.now();
    this.heals = [...this.heals.filter((at) => now - at < 1_000), now];
    if (this.heals.length > mostHeals) {
      this.observer.disconnect();
      advise(({ atOdds }) => atOdds()).catch(() => undefined);
      return;
    }
    this.isBusy = true;
    maskFromRecorders(host);
    host.root?.remove();
    host.requestUpdate();
    await host.updateComplete;
    const isFocusLost = host.ownerDocument.activeElement === host.ownerDocument.body;
    if (kept) putBackAnswers(host.inputs, isFocusLost ? kept : { ...kept, focused: undefined });
    // What depends on answers is painted by them.
    host.requestUpdate();
    await host.updateComplete;
    this.isBusy = false;
    this.note();
    this.observer.takeRecords();
    this.look();
  }

  /** The attributes of the new page count; what is inside is ours. */
  private readonly onMorph = (event: Event): void => {
    if (event.target !== this.host) return;
    event.preventDefault();
    const fresh: unknown =
      event instanceof CustomEvent ? (event.detail as { readonly newElement?: unknown } | null)?.newElement : undefined;
    if (!(fresh instanceof Element)) return;
    for (const { name, value } of fresh.attributes)
      if (this.host.getAttribute(name) !== value) this.host.setAttribute(name, value);
  };
}
