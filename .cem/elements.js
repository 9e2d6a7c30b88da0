/** The custom elements in a manifest, each with the file that declares it. */
export function elementsOf({ modules }) {
  return modules.flatMap(({ path, declarations = [] }) =>
    declarations.filter(({ customElement }) => customElement).map((declaration) => ({ ...declaration, path })),
  );
}
