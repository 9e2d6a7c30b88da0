/// <reference types="vite/client" />
import type { Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import './service-page.css';

// Stories are tests, too: a busy machine is late, not wrong.
configure({ asyncUtilTimeout: 15_000 });

const preview: Preview = {
  parameters: {
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // axe switches its WCAG 2.2 target-size rule off unless it is named.
        rules: { 'target-size': { enabled: true } },
      },
    },
    options: {
      storySort: {
        order: [
          'Get started',
          'Builder',
          'Attributes',
          'Looks',
          'Adapters',
          'Your backend',
          'Low-code platforms',
          'Security',
          'Accessibility',
          'Browsers and versions',
          'The standard',
          ['About', 'Check your own implementation', 'Field by field'],
          'Command line',
          'Run it in production',
          'Outgrow one server',
          'Citizen ID form',
          'For staff',
        ],
      },
    },
  },
};
export default preview;
