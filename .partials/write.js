/**
 * Writes the partials that the package brings, after the build: profile and look, in the profile's language and, for `gb`, in
 * Welsh, for Nunjucks and for Twig. Other configurations: `renderPartial` of `citizen-id-form/fallback`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import { renderPartial } from '../dist/form/fallback.js';
import { appearances } from '../dist/form/options.js';
import { loadAllMessages, profiles } from '../dist/standard/index.js';

const folder = new URL('../dist/partials/', import.meta.url);
mkdirSync(folder, { recursive: true });

for (const [id, locale] of [
  ['gb', 'en-GB'],
  ['gb', 'cy'],
  ['us-fl', 'en-US'],
]) {
  const messages = await loadAllMessages(locale);
  for (const appearance of appearances) {
    const partial = renderPartial({ profile: profiles[id], messages, appearance });
    for (const language of ['njk', 'twig']) writeFileSync(new URL(`${id}.${locale}.${appearance}.${language}`, folder), partial);
  }
}
