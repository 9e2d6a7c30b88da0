/**
 * The design systems' own style sheets, for the stories that show the looks. As they are published (`?raw`), not built again: a bundler's
 * minifier stumbles over what they keep for old browsers. Without what is not ours to show: typefaces, crests and logos. Not a story.
 */
import bootstrapSheet from 'bootstrap/dist/css/bootstrap.min.css?raw';
import govukSheet from 'govuk-frontend/dist/govuk/govuk-frontend.min.css?raw';
import nhsukSheet from 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css?raw';
// By its place: the package lets its style sheet out by no door.
import uswdsSheet from '../node_modules/@uswds/uswds/dist/css/uswds.min.css?raw';

/** Every look but `none`, whose style sheet is the host's. */
export type LookWithSheet = 'default' | 'govuk' | 'nhsuk' | 'uswds' | 'bootstrap';

/** Pictures within the sheet (`data:`), such as the arrow of a select, stay. */
const withoutIdentity = (sheet: string) =>
  sheet.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/url\(\s*["']?(?!["']?data:)[^)]*\)/g, 'none');

export const sheets: Readonly<Record<LookWithSheet, string>> = {
  default: '',
  govuk: withoutIdentity(govukSheet),
  nhsuk: withoutIdentity(nhsukSheet),
  uswds: withoutIdentity(uswdsSheet),
  bootstrap: withoutIdentity(bootstrapSheet),
};
