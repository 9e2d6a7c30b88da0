/**
 * Puts a design system's classes beside ours: on what stands in a page, and keeps them right while errors come and go, whoever
 * draws them; and, on a server, in HTML. No input is made anew, so a look can be put on and taken off while somebody types.
 * Does not know any system (systems.ts does).
 */
import type { Look } from './look.ts';

const ownClass = /^cif-/;
const wrongMark = 'cif-wrong';

/** Takes effect at once, and again before the browser next draws whenever something changed. Takes it off when called back. */
export function dressTree(root: Element, look: Look): () => void {
  const observer = new MutationObserver(() => put());
  const put = () => {
    for (const element of [root, ...root.querySelectorAll('[class]')]) dress(element, look);
    // What we did ourselves is nothing to look at again.
    observer.takeRecords();
  };
  put();
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['class', 'aria-invalid'] });
  return () => {
    observer.disconnect();
    for (const element of [root, ...root.querySelectorAll('[class]')]) undress(element, look);
  };
}

function dress(element: Element, look: Look): void {
  const names = [...element.classList].filter((name) => ownClass.test(name));
  setClass(element, classesOf(element.localName, names, look));
  for (const [name, value] of attributesOf(names, look))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (!look.hasAriaInvalid && element.hasAttribute('aria-invalid')) element.removeAttribute('aria-invalid');
}

function undress(element: Element, look: Look): void {
  const names = [...element.classList].filter((name) => ownClass.test(name));
  setClass(element, names);
  for (const [name] of attributesOf(names, look)) element.removeAttribute(name);
  if (element.matches(`input.${wrongMark}, select.${wrongMark}`)) element.setAttribute('aria-invalid', 'true');
}

function setClass(element: Element, names: readonly string[]): void {
  const wanted = names.join(' ');
  if (element.className !== wanted) element.className = wanted;
}

/** Ours first, in their order. */
function classesOf(tag: string, names: readonly string[], { classes, wrongClasses }: Look): readonly string[] {
  const maps = names.includes(wrongMark) ? [classes, wrongClasses] : [classes];
  const theirs = names.flatMap((name) => maps.map((map) => map[`${tag}.${name}`] ?? map[name] ?? ''));
  return [...new Set([...names, ...theirs.join(' ').split(' ')])].filter((name) => name !== '');
}

function attributesOf(names: readonly string[], { attributes }: Look): readonly (readonly [string, string])[] {
  return names.flatMap((name) => Object.entries(attributes[name] ?? {}));
}

const tag = /<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g;

/** The same for HTML of ours in which everything that was typed is escaped, so that `<` begins a tag. */
export function dressHtml(html: string, look: Look): string {
  return html.replace(tag, (whole, name: string, inside: string) => {
    const classes = /\sclass="([^"]*)"/.exec(inside)?.[1];
    if (classes === undefined) return whole;
    const own = classes.split(/\s+/).filter((each) => ownClass.test(each));
    const theirs = attributesOf(own, look).map(([attribute, value]) => ` ${attribute}="${value}"`);
    const dressed = inside.replace(/\sclass="[^"]*"/, ` class="${classesOf(name, own, look).join(' ')}"${theirs.join('')}`);
    return `<${name}${look.hasAriaInvalid ? dressed : dressed.replace(/\saria-invalid="[^"]*"/, '')}>`;
  });
}
