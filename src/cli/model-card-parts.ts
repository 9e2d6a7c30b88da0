/** Pieces of a model card: tables, bars and the calibration plot, as HTML text. What they show is model-card.ts. */
import type { CalibrationBand } from '../matching/index.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

export const cardStyle = `
:root { color-scheme: light dark; --for: light-dark(#0b5cad, #7cb7f5); --against: light-dark(#b3410e, #f5a57c); --line: light-dark(#737b84, #a3abb4); }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; margin: .75rem 0; }
caption { text-align: start; font-weight: 700; padding-bottom: .25rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; }
td { font-variant-numeric: tabular-nums; }
svg { display: block; max-width: 100%; }
.for { fill: var(--for); } .against { fill: var(--against); }
.line { stroke: var(--line); fill: none; } .curve { stroke: var(--for); stroke-width: 2; fill: none; }
text { fill: currentColor; font-size: 12px; }
`;

/** Cells are text, but for what is SVG already. A frame that can be scrolled by keyboard, as wide tables are on narrow screens. */
export function tableOf(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (text.startsWith('<svg') ? text : escapeText(text));
  const row = ([first = '', ...rest]: readonly string[]) =>
    `<tr><th scope="row">${cell(first)}</th>${rest.map((text) => `<td>${cell(text)}</td>`).join('')}</tr>`;
  return `<div class="frame" role="region" aria-label="${escapeText(caption)}" tabindex="0"><table>
<caption>${escapeText(caption)}</caption>
<thead><tr>${head.map((text) => `<th scope="col">${escapeText(text)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(row).join('\n')}</tbody>
</table></div>`;
}

/** The widest bar is this many bits; more is cut. */
const widestBits = 20;

/** A bar from the middle: to the right for, to the left against. The figure stands beside it in words. */
export function weightBar(bits: number): string {
  const width = (Math.min(widestBits, Math.abs(bits)) / widestBits) * 60;
  const [x, side] = bits < 0 ? [60 - width, 'against'] : [60, 'for'];
  return `<svg width="120" height="14" viewBox="0 0 120 14" aria-hidden="true"><rect class="${side}" x="${x.toFixed(1)}" y="2" width="${width.toFixed(1)}" height="10"/><line class="line" x1="60" x2="60" y1="0" y2="14"/></svg>`;
}

const plotSize = 300;
const plotEdge = 40;

/** Promised against right; on the diagonal a score means what it says. The table after it has the same figures. */
export function calibrationPlot(bands: readonly CalibrationBand[]): string {
  const x = (share: number) => (plotEdge + share * plotSize).toFixed(1);
  const y = (share: number) => (plotSize + 10 - share * plotSize).toFixed(1);
  const points = bands.map(({ predicted, observed }) => `${x(predicted)},${y(observed)}`);
  const dots = bands.map(({ predicted, observed }) => `<circle class="for" cx="${x(predicted)}" cy="${y(observed)}" r="4"/>`);
  const ticks = [0, 0.5, 1].map(
    (share) =>
      `<text x="${x(share)}" y="${plotSize + 26}" text-anchor="middle">${share * 100} %</text><text x="${plotEdge - 6}" y="${y(share)}" text-anchor="end">${share * 100} %</text>`,
  );
  const size = plotSize + plotEdge + 30;
  return `<svg width="${size}" height="${size - 20}" viewBox="0 0 ${size} ${size - 20}" role="img" aria-label="Calibration: the share that scores promise, from left to right, and the share that is right, from bottom to top">
<rect class="line" x="${plotEdge}" y="10" width="${plotSize}" height="${plotSize}"/>
<line class="line" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke-dasharray="4 4"/>
<polyline class="curve" points="${points.join(' ')}"/>
${dots.join('')}${ticks.join('')}
<text x="${plotEdge + plotSize / 2}" y="${plotSize + 44}" text-anchor="middle">promised</text>
</svg>`;
}
