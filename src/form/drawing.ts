/**
 * The questions as a browser draws them: of one string, from which its own parser makes them in a third of the time that Lit takes for twenty
 * templates. Other words are put into what stands there, so that what is typed, focus and a half-written word stay. Not what is painted
 * over the questions later (paint.ts), and not where they stand (adoption.ts).
 */
import { html, render, type TemplateResult } from 'lit/html.js';
import { markupOf } from './markup.ts';

/** One set of questions, drawn once. */
export class Drawing {
  /** What stands in the page, or is about to. */
  readonly root: Element;
  /** All that was drawn, and nothing that others have added since. */
  private readonly nodes: readonly Node[];
  private markup: string;

  constructor(template: TemplateResult) {
    this.markup = markupOf(template);
    this.root = parsed(this.markup);
    this.nodes = nodesIn(this.root);
  }

  /** Has what stands there say what the template says. False, and nothing done, where that takes other elements. */
  reword(template: TemplateResult): boolean {
    const markup = markupOf(template);
    const before = nodesIn(parsed(this.markup));
    const now = nodesIn(parsed(markup));
    if (before.map(shapeOf).join() !== now.map(shapeOf).join()) return false;
    this.nodes.forEach((node, place) => change(node, before[place], now[place]));
    this.markup = markup;
    return true;
  }
}

/** By Lit, whose policy a page with Trusted Types allows: a template with nothing to fill in is only parsed. */
function parsed(markup: string): Element {
  const drawn = new DocumentFragment();
  render(html(Object.assign([markup], { raw: [markup] })), drawn);
  return drawn.firstElementChild ?? document.createElement('div');
}

function nodesIn(root: Element): readonly Node[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  for (let node: Node | null = root; node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** Which element it is, and what may be said of it. */
function shapeOf(node: Node): string {
  return node instanceof Element ? `${node.localName} ${node.id} ${node.getAttributeNames().join(' ')}` : '';
}

/** Only what differs between the drawings: the rest may have been painted over. */
function change(node: Node, before?: Node, now?: Node): void {
  if (!(now instanceof Element)) {
    if (before?.nodeValue !== now?.nodeValue) node.nodeValue = now?.nodeValue ?? '';
    return;
  }
  for (const { name, value } of now.attributes)
    if (node instanceof Element && before instanceof Element && before.getAttribute(name) !== value)
      node.setAttribute(name, value);
}
