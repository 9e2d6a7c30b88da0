/** Draws the host page in the browser. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../../src/define.ts';
import { HostPage } from './page.ts';

const host = document.getElementById('host');
if (host) createRoot(host).render(createElement(HostPage));
