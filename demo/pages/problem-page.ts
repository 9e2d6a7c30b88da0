/** Pages for what is not there and what went wrong. They never repeat what was asked for. */
import { page } from './layout.ts';
import { html, type Markup } from './markup.ts';

export function notFoundPage(): Markup {
  return page({
    title: 'Page not found',
    content: html`<h1>Page not found</h1>
      <p>If you typed the address, check that it is right.</p>
      <p>You can <a href="/">apply for a parking permit</a> or <a href="/missed-bin">report a missed bin collection</a>.</p>`,
  });
}

/** `sentence` says what the resident can do. */
export function problemPage(sentence: string): Markup {
  return page({
    title: 'Sorry, there is a problem',
    content: html`<h1>Sorry, there is a problem</h1>
      <p>${sentence}</p>`,
  });
}
