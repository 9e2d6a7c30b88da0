/** The look of an explanation. In its own shadow tree, adopted as a constructed sheet, which a strict content policy allows. */
import { css } from '@lit/reactive-element';

export const explanationLook = css`
  :host {
    display: block;
    color: var(--citizen-id-text, inherit);
    font-family: var(--citizen-id-font, inherit);
    --for: #0b5cad;
    --against: #b3410e;
    --line: #737b84;
    container-type: inline-size;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 1em;
  }
  caption {
    text-align: start;
    padding-block-end: 0.5em;
  }
  caption strong {
    display: block;
  }
  th,
  td {
    padding: 0.5em 0.75em 0.5em 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  thead th,
  tbody th,
  tfoot th {
    font-weight: 700;
  }
  .figure {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .chart {
    inline-size: 40%;
    padding-inline-end: 0;
  }
  .note {
    display: block;
    font-size: 0.875em;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 1.5em;
    overflow: visible;
  }
  .for {
    fill: var(--for);
  }
  .against {
    fill: var(--against);
  }
  .zero,
  .step {
    stroke: var(--line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .step {
    stroke-dasharray: 2 2;
  }
  @container (max-width: 40em) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    caption,
    tbody,
    tfoot {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      border-block-end: 1px solid var(--line);
      padding-block: 0.5em;
    }
    th,
    td {
      border: 0;
      padding: 0.125em 0;
    }
    .comparison,
    .chart {
      grid-column: 1 / -1;
      inline-size: auto;
    }
    .figure {
      grid-column: 2;
      grid-row: 1;
    }
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --for: light-dark(#0b5cad, #7cb7f5);
      --against: light-dark(#b3410e, #f5a57c);
      --line: light-dark(#737b84, #a3abb4);
    }
  }
  @media (forced-colors: active) {
    .for,
    .against {
      fill: CanvasText;
    }
  }
`;
