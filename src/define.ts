/**
 * Registers the elements, and has `index="URL"` and `address-finder="URL"` reached over HTTP. The one module for browsers with a side effect; to load
 * it twice does nothing, and beside another copy, nothing but say so.
 */
import { CitizenIdForm } from './form/citizen-id-form.ts';
import { CitizenIdSettings } from './form/citizen-id-settings.ts';
import { setAddressFinderFactory } from './form/address-finder-factory.ts';
import { advise } from './form/options.ts';
import { setIndexFactory } from './form/index-factory.ts';

// Fetched while the resident types: without a network to fetch it from, there is none to reach an index by either.
setIndexFactory(async (url) => (await import('./adapters/http.ts')).createHttpIndex({ url }));
setAddressFinderFactory(async (url) => (await import('./adapters/address-finder.ts')).createHttpAddressFinder({ url }));

// Settings first: elements inside them ask for their contexts as soon as they are upgraded.
if (!customElements.get('citizen-id-settings')) customElements.define('citizen-id-settings', CitizenIdSettings);
if (!customElements.get('citizen-id-form')) customElements.define('citizen-id-form', CitizenIdForm);
else if (customElements.get('citizen-id-form') !== CitizenIdForm)
  advise(({ definedTwice }) => definedTwice()).catch(() => undefined);
