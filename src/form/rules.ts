/**
 * How answers are judged: what profile `gb` reads, and how an identity is parsed. A browser fetches it as soon as the questions
 * are there, in one file; a submission waits for it. With it comes what keeps the questions where a page's scripts
 * rewrite it. Only a list.
 */
export { parseIdentity } from '../standard/identity.ts';
export { gb } from '../standard/profiles/gb.ts';
export { loadTelephoneRules } from '../standard/telephone-rules.ts';
export { healItself } from './self-heal.ts';
