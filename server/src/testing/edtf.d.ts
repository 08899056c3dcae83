/** The library has no types of its own; this much of it is used. Milliseconds since 1970-01-01. */
declare module 'edtf' {
  function edtf(text: string): { readonly min: number; readonly max: number };
  // biome-ignore lint/style/noDefaultExport: so does the library
  export default edtf;
}
