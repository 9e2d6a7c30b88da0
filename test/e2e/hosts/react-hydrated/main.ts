/**
 * Takes over what the server drew, late: the element is registered long before React comes, and is typed into meanwhile.
 * `?hydrate` events stand in for a slow network: the test says when.
 */
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import '../../../../src/define.ts';
import { HostPage } from '../react/page.ts';

const host = document.getElementById('host');
addEventListener(
  'hydrate',
  () => {
    if (!host) return;
    const fallback = host.querySelector('citizen-id-form')?.innerHTML ?? '';
    hydrateRoot(host, createElement(HostPage, { fallback }), {
      onRecoverableError: (error) => {
        document.documentElement.dataset['hydrationError'] = String(error);
      },
    });
  },
  { once: true },
);
