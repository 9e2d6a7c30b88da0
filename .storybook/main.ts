import type { StorybookConfig } from '@storybook/web-components-vite';
import remarkGfm from 'remark-gfm';
import { elementManifest } from './element-manifest.ts';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: [
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
    // Tables in guides are GitHub's, which MDX does not know by itself.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook builds a site; our library entry would make it build a library.
  viteFinal: (vite) => {
    delete vite.build?.lib;
    vite.plugins = [...(vite.plugins ?? []), elementManifest];
    return vite;
  },
};
export default config;
