/**
 * Writes the partials that the package brings, after the build: profile and look, in the profile's language and, for `gb`, in
 * Welsh, for Nunjucks and for Twig; `acting-for` those that also ask whom the form is filled in for, and the usual of who helps. Other
 * configurations: `renderPartial` of `citizen-id-form/fallback`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import { usualHelperFields } from '../dist/form/acting/helper.js';
import { renderPartial } from '../dist/form/fallback.js';
import { appearances } from '../dist/form/options.js';
import { loadAllMessages, profiles } from '../dist/standard/index.js';

const folder = new URL('../dist/partials/', import.meta.url);
mkdirSync(folder, { recursive: true });

const languages = [
  ['gb', 'en-GB'],
  ['gb', 'cy'],
  ['us-fl', 'en-US'],
];

for (const [id, locale] of languages) {
  const messages = await loadAllMessages(locale);
  for (const appearance of appearances) {
    write(`${id}.${locale}.${appearance}`, { profile: profiles[id], messages, appearance });
    const helperFields = usualHelperFields;
    write(`${id}.${locale}.${appearance}.acting-for`, { profile: profiles[id], messages, appearance, helperFields });
  }
}

function write(name, options) {
  const partial = renderPartial(options);
  for (const language of ['njk', 'twig']) writeFileSync(new URL(`${name}.${language}`, folder), partial);
}
