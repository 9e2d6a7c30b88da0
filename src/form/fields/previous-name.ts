/** A name that somebody had before. Rules: standard/fields/previous-name.ts. */
export { earlierNameTemplate as previousNameTemplate } from './name-parts.ts';
