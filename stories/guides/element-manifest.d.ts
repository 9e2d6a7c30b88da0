/** Made by .storybook/element-manifest.ts. */
declare module 'virtual:element-manifest' {
  const manifest: { readonly modules: readonly { readonly declarations?: readonly object[] }[] };
  export default manifest;
}
