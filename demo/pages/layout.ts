/** The frame of every page: the council's header, one main column, a footer. No inline script or style, as the content policy allows none. */
import { html, type Markup } from './markup.ts';

export interface PageParts {
  /** Of the browser's tab, before the council's name. */
  readonly title: string;
  readonly content: Markup;
  /** Scripts of the bundle, by name without ending. */
  readonly scripts?: readonly string[];
  /** Staff pages look different, so that nobody mistakes one for the other. */
  readonly isForStaff?: boolean;
}

/** A whole HTML document. */
export function page({ title, content, scripts = [], isForStaff = false }: PageParts): Markup {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Anytown Council</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/citizen-id-form.css" />
        <link rel="stylesheet" href="/assets/council.css" />
        ${scripts.map((script) => html`<script type="module" src="/assets/${script}.js"></script>`)}
      </head>
      <body class="${isForStaff ? 'staff' : 'public'}">
        <a class="skip-link" href="#main">Skip to main content</a>
        ${header(isForStaff)}
        <main id="main" tabindex="-1">${content}</main>
        ${footer(isForStaff)}
      </body>
    </html> `;
}

function header(isForStaff: boolean): Markup {
  return html`<header class="site-header">
    <div class="width">
      <a class="site-name" href="${isForStaff ? '/staff/cases' : '/'}">
        <svg class="site-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
          <path d="M4 28V14l12-9 12 9v14h-8v-9h-8v9z" />
        </svg>
        Anytown Council
      </a>
      ${isForStaff && html`<span class="site-area">Staff</span>`}
    </div>
    ${isForStaff && staffNavigation}
  </header>`;
}

const staffNavigation = html`<nav class="site-navigation" aria-label="Staff">
  <div class="width">
    <a href="/staff/cases">Cases</a>
    <a href="/staff/new-case">New case for a caller</a>
  </div>
</nav>`;

function footer(isForStaff: boolean): Markup {
  const links = isForStaff ? html`` : html`<a href="/">Parking permits</a> <a href="/missed-bin">Missed bins</a>`;
  return html`<footer class="site-footer">
    <div class="width">
      <p class="site-links">${links}</p>
      <p>Anytown does not exist. This is a demonstration: everybody in it is synthetic, so do not enter real details.</p>
    </div>
  </footer>`;
}
