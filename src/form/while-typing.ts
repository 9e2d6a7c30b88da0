/** What is fetched once a resident goes to the first input, in one file: nothing of it is needed before. Only a list. */
export { askIndex } from './ask-index.ts';
export { spreadPastedDates } from './paste-date.ts';
